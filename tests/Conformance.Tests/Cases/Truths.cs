using ModelGen.Onnx;
using ValueType = ModelGen.Onnx.ValueType;

namespace ModelGen.Conformance;

/// <summary>Makes types and fixes of what the records say.</summary>
internal static class Truths
{
    /// <summary>A shape of known dims.</summary>
    public static TensorShape Shape(IEnumerable<long> dims) => new(new(dims.Select(Dim.Known)));

    /// <summary>Fixes one input or output to known dims.</summary>
    public static ShapeFixes Fix(IEnumerable<(string Name, IReadOnlyList<long> Dims)> inputs) =>
        new(new(inputs.Select(input => new ShapeFix(input.Name, Shape(input.Dims), FixTarget.Value))), default);

    /// <summary>The expectation of a recorded output.</summary>
    public static Expectation Output(OutputRecord output) => new(
        Type(output.Type, output.Actual is null ? null : Shape(output.Actual)),
        output.Elements?.OfType<IReadOnlyList<long>>().Select(Shape).ToArray());

    /// <summary>Reads ONNX Runtime's notation: <c>tensor(float)</c>, <c>seq(map(int64,tensor(float)))</c>.</summary>
    /// <param name="text">The notation.</param>
    /// <param name="shape">The dims, if it is a tensor; inner tensors have none.</param>
    /// <exception cref="FormatException">It is another notation.</exception>
    public static ValueType Type(string text, TensorShape? shape)
    {
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0 || text[^1] != ')')
            throw new FormatException($"'{text}' is no type of ONNX Runtime's.");
        string inner = text[(open + 1)..^1];
        int comma = inner.IndexOf(',', StringComparison.Ordinal);
        return text[..open] switch
        {
            "tensor" => new TensorType(Element(inner), shape),
            "sparse_tensor" => new SparseTensorType(Element(inner), shape),
            "seq" => new SequenceType(Type(inner, null)),
            "optional" => new OptionalType(Type(inner, null)),
            "map" => new MapType(Element(inner[..comma]), Type(inner[(comma + 1)..], null)),
            _ => throw new FormatException($"'{text}' is no type of ONNX Runtime's."),
        };
    }

    /// <summary>An element type by ONNX Runtime's or NumPy's name: <c>float</c>, <c>float32</c>, <c>int64</c>.</summary>
    public static ElementType Element(string name) => name switch
    {
        "float32" => ElementType.Float,
        "float64" => ElementType.Double,
        _ => Enum.Parse<ElementType>(name, ignoreCase: true),
    };
}
