using ModelGen.Onnx;
using ModelGen.Onnx.Wire;

namespace ModelGen.Conformance;

/// <summary>The shape stages that are compared, given the inputs' known values.</summary>
internal static class Stages
{
    /// <summary>Inference through the graph.</summary>
    public static IShapeStage Inferred(IReadOnlyDictionary<string, TensorProto> values) => new InferredShapes(values);

    /// <summary>What the file declares, with the fixed dims put in: the baseline.</summary>
    public static IShapeStage Declared(IReadOnlyDictionary<string, TensorProto> values) => new DeclaredShapes();
}
