using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Does a file fit an input?</summary>
internal static class FeedCheck
{
    /// <summary>What is wrong: what the model wants, what the file holds, and what to do. Null when it fits.</summary>
    internal static string? Fault(InputFact input, string path, NpyArray array)
    {
        string subject = $"Input {Printable.Quote(input.Name)}";
        if (Tensor(input.Type) is not { } tensor)
            return $"{subject} is {TypeNames.Of(input.Type)}: only tensors can be fed from a file.";
        if (Tensors.Npy(tensor.Element) is not { } wanted)
            return $"{subject} is a tensor of {tensor.Element.ToName()}, which NumPy has no type for.";

        string wants = $"{subject} wants {tensor.Element.ToName()} {tensor.Shape?.ToString() ?? "of any shape"}, but {Printable.Quote(path)} holds {array.Type} {Tensors.Shape(array.Shape)}.";
        if (wanted.Kind != array.Type.Kind || (!wanted.IsText && wanted.Size != array.Type.Size))
            return $"{Printable.Line(wants)} Save it as numpy.save('{Name(path)}', a.astype('{wanted}')).";
        if (tensor.Shape is not { } shape)
            return null;
        if (shape.Rank != array.Shape.Length)
            return $"{Printable.Line(wants)} It needs {shape.Rank} dims: add or drop one with numpy's a[None] or a[0], or a.reshape.";
        for (int i = 0; i < shape.Rank; i++)
        {
            if (shape.Dims[i].Size is long size && size != array.Shape[i])
                return $"{Printable.Line(wants)} Dim {i} must be {size}: bring the values to that size, or fix another with --shape or --dim if the model leaves it open.";
        }
        return null;
    }

    /// <summary>The tensor that an input takes, seen through an optional; null when it takes none.</summary>
    internal static TensorType? Tensor(Onnx.ValueType type) => type switch
    {
        TensorType tensor => tensor,
        OptionalType { Element: TensorType tensor } => tensor,
        _ => null,
    };

    private static string Name(string path) => Printable.Line(Path.GetFileName(path), Printable.NameLength);
}
