using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>Takes out of a model what would tell the answer.</summary>
internal static class Stripping
{
    /// <summary>The model without its outputs' types and without the types of values in between.</summary>
    public static byte[] WithoutAnswers(byte[] model) => WithoutAnswers(ModelProto.Parser.ParseFrom(model));

    /// <inheritdoc cref="WithoutAnswers(byte[])"/>
    /// <param name="model">The model, which is changed.</param>
    public static byte[] WithoutAnswers(ModelProto model)
    {
        model.Graph.ValueInfo.Clear();
        foreach (ValueInfoProto output in model.Graph.Output)
            output.Type = null;
        return model.ToByteArray();
    }
}
