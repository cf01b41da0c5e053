using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Boils a parsed model down to the plain values that the generator caches.</summary>
internal static class FactsBuilder
{
    /// <summary>Builds the facts.</summary>
    public static ModelFacts Build(ParsedModel model, Signature signature, CancellationToken cancellation)
    {
        ModelProto proto = model.Proto;
        var operators = new OutputOperators(model.Graph);
        var quantizations = new InputQuantizations(model.Graph);
        return new ModelFacts
        {
            IrVersion = proto.IrVersion,
            Producer = (proto.ProducerName + " " + proto.ProducerVersion).Trim(),
            GraphName = model.Graph.Name,
            Description = proto.DocString,
            Opsets = new(proto.OpsetImport.Select(opset => new OpsetImport(Domains.Normalize(opset.Domain), opset.Version)).Distinct()),
            Metadata = new(proto.MetadataProps.Select(entry => new MetadataEntry(entry.Key, entry.Value))),
            Inputs = new(model.Inputs.Select((input, i) =>
                new InputFact(input.Name, signature.Inputs[i], model.InitializerNames.Contains(input.Name), input.DocString, quantizations.Of(input.Name)))),
            Outputs = new(model.Outputs.Select((output, i) =>
                new OutputFact(output.Name, signature.Outputs[i], operators.Of(output.Name), output.DocString, signature.LossOf(i)))),
            FixedDims = signature.FixedDims,
            ParameterCount = ParameterCounter.Count(model, cancellation),
            FileLength = model.FileLength,
            ExternalFiles = new(model.External.Usable),
        };
    }
}
