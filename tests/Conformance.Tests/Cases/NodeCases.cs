using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>ONNX's backend tests. The declared outputs are the truth, and are taken out of the model; small inputs are known by value.</summary>
internal static class NodeCases
{
    // Shape operands are far smaller; pictures and weights stay unknown, as they are at compile time.
    private const long MostElements = 1024;

    /// <summary>Reads all of them.</summary>
    public static IEnumerable<ModelCase> Read()
    {
        IReadOnlyDictionary<string, byte[]> files = DataFiles.Unzip("onnx-node-tests.zip");
        foreach (string file in files.Keys.Where(file => file.EndsWith(".onnx", StringComparison.Ordinal)))
        {
            string name = file[..^".onnx".Length];
            ModelProto model = ModelProto.Parser.ParseFrom(files[file]);
            Dictionary<string, Expectation> outputs = model.Graph.Output.ToDictionary(output => output.Name, output => new Expectation(ValueTypes.FromProto(output.Type)));
            yield return new ModelCase(Families.Node, name, Stripping.WithoutAnswers(model), outputs) { Values = Values(name, model.Graph, files) };
        }
    }

    private static Dictionary<string, TensorProto> Values(string name, GraphProto graph, IReadOnlyDictionary<string, byte[]> files)
    {
        var values = new Dictionary<string, TensorProto>();
        for (int i = 0; i < graph.Input.Count; i++)
        {
            ValueInfoProto input = graph.Input[i];
            if (input.Type.TensorType is null || !files.TryGetValue($"{name}.input_{i}.pb", out byte[]? bytes))
                continue;
            TensorProto value = TensorProto.Parser.ParseFrom(bytes);
            if (value.DataType != (int)ElementType.String && value.Dims.Aggregate(1L, (product, dim) => product * dim) <= MostElements)
                values.Add(input.Name, value);
        }
        return values;
    }
}
