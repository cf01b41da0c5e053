using System.Globalization;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>How types are spelt in emitted code.</summary>
/// <remarks>
/// The namespaces come through aliases with <c>::</c>, which looks up aliases only: a user's own type called Tensor, Model or System can't get in the way.
/// </remarks>
internal static class TypeNames
{
    /// <summary>The aliases at the head of each emitted file.</summary>
    internal const string Aliases = """
        using D = global::Dims;
        using E = global::ModelGen.Engines;
        using M = global::ModelGen;
        using S = global::System;
        """;

    /// <summary>An element type in C#.</summary>
    internal static string Element(ElementType type) => type switch
    {
        ElementType.Float => "float",
        ElementType.UInt8 => "byte",
        ElementType.Int8 => "sbyte",
        ElementType.UInt16 => "ushort",
        ElementType.Int16 => "short",
        ElementType.Int32 => "int",
        ElementType.Int64 => "long",
        ElementType.String => "string",
        ElementType.Bool => "bool",
        ElementType.Float16 => "S::Half",
        ElementType.Double => "double",
        ElementType.UInt32 => "uint",
        ElementType.UInt64 => "ulong",
        ElementType.BFloat16 => "global::Microsoft.ML.OnnxRuntime.BFloat16",
        _ => "M::" + type,
    };

    /// <summary>An element type's member of the runtime's <c>ElementType</c>.</summary>
    internal static string RuntimeElement(ElementType type) => "M::ElementType." + type switch
    {
        ElementType.Float => "Float32",
        ElementType.Double => "Float64",
        _ => type.ToString(),
    };

    /// <summary>A shape type.</summary>
    internal static string Shape(IEnumerable<long> dims) =>
        string.Join(", ", dims.Select(Dim)) is { Length: > 0 } list ? $"M::Shape<{list}>" : "M::Shape";

    /// <summary>A dim type: one digit below 1,000, else digits in base 1,000 as people write the number.</summary>
    internal static string Dim(long size)
    {
        string[] groups = size.ToString("N0", CultureInfo.InvariantCulture).Split(',');
        IEnumerable<string> digits = groups.Select(group => "D::N" + int.Parse(group, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        return groups.Length == 1 ? digits.Single() : $"D::N<{string.Join(", ", digits)}>";
    }

    /// <summary>What a caller reads from or gives: a scalar, a tensor, or a batch where the first dim is open.</summary>
    internal static string ReadOnly(PortSpec port) =>
        port.IsScalar ? Element(port.Element) : Generic(port.IsBatch ? "ReadOnlyBatch" : "ReadOnlyTensor", port);

    /// <summary>The same, owned.</summary>
    internal static string Owned(PortSpec port) =>
        port.IsScalar ? Element(port.Element) : Generic(port.IsBatch ? "BatchBuffer" : "TensorBuffer", port);

    /// <summary>The same, to write to.</summary>
    internal static string Writable(PortSpec port) => Generic(port.IsBatch ? "Batch" : "Tensor", port);

    /// <summary>The arguments of generic methods over a port: element and shape.</summary>
    internal static string Arguments(PortSpec port) => $"{Element(port.Element)}, {Shape(port.TypeDims)}";

    private static string Generic(string name, PortSpec port) => $"M::{name}<{Arguments(port)}>";
}
