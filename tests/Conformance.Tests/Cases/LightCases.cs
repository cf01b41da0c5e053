using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>Classic networks whose weights are ConstantOfShape nodes. The truth is the declared output, and beside some the output itself.</summary>
internal static class LightCases
{
    /// <summary>Reads all of them.</summary>
    public static IEnumerable<ModelCase> Read()
    {
        IReadOnlyDictionary<string, byte[]> files = DataFiles.Unzip("onnx-light.zip");
        foreach ((string file, byte[] bytes) in files.Where(file => file.Key.EndsWith(".onnx", StringComparison.Ordinal)))
        {
            string name = file[..^".onnx".Length];
            ModelProto model = ModelProto.Parser.ParseFrom(bytes);
            ValueInfoProto output = model.Graph.Output.Single();
            var truth = (TensorType)ValueTypes.FromProto(output.Type);
            if (files.TryGetValue(name + "_output_0.pb", out byte[]? tensor))
                truth = truth with { Shape = Truths.Shape(TensorProto.Parser.ParseFrom(tensor).Dims) };
            string outputName = output.Name;
            yield return new ModelCase(Families.Light, name, Stripping.WithoutAnswers(model), new Dictionary<string, Expectation> { [outputName] = new(truth) });
        }
    }
}
