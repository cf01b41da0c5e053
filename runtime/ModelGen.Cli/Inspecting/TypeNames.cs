using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Types as the JSON output spells them.</summary>
internal static class TypeNames
{
    /// <summary>The type: <c>float32</c>, <c>sequence(map(int64,float32))</c>, <c>optional(float32)</c>, <c>sparse(float32)</c>; <c>unknown</c> when the file states none.</summary>
    internal static string Of(Onnx.ValueType type) => type switch
    {
        TensorType tensor => tensor.Element.ToName(),
        SparseTensorType sparse => $"sparse({sparse.Element.ToName()})",
        SequenceType sequence => $"sequence({Of(sequence.Element)})",
        OptionalType optional => $"optional({Of(optional.Element)})",
        MapType map => $"map({map.Key.ToName()},{Of(map.Value)})",
        _ => "unknown",
    };

    /// <summary>The shape; null when the rank is unknown or the type has none.</summary>
    internal static TensorShape? Shape(Onnx.ValueType type) => (type as TensorType)?.Shape;
}
