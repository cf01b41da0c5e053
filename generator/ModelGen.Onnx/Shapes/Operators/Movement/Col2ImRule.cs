namespace ModelGen.Onnx.Operators;

/// <summary>Col2Im: columns of blocks become an image whose size is given.</summary>
internal static class Col2ImRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        TensorShape? shape = node.Shape(0, 3);
        Scalar[]? image = node.Items(null, 1, out _), block = node.Items(null, 2, out _);
        if (image is null)
            node.LoseFor(1);
        if (block is null)
            node.LoseFor(2);
        if (image is not null && block is not null && image.Length != block.Length)
            throw node.Fail($"has an image of {image.Length} dims, but blocks of {block.Length}");
        int? rank = image?.Length ?? block?.Length;
        RequireLength(node, "dilations", rank, least: 1);
        RequireLength(node, "strides", rank, least: 1);
        RequireLength(node, "pads", rank * 2, least: 0);
        if (rank is not int count)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }

        Dim channels = Dim.Unknown;
        if (shape is not null && block?.Integers() is { } sizes)
        {
            long product = sizes.Aggregate(1L, (all, size) => checked(all * size));
            if (product < 1 || (shape.Dims[1].Size is long rows && rows % product != 0))
                throw node.Fail($"needs a multiple of the elements of a block, {product}, in the dim 1 of {node.Name(0)}, which is {shape}");
            channels = shape.Dims[1].Over(product);
        }
        else if (block is not null)
        {
            node.LoseFor(2);
        }
        Dim[] dims = new Dim[count];
        for (int i = 0; image is not null && i < count; i++)
            dims[i] = image[i].ToDim();
        if (Array.Exists(dims, dim => dim == Dim.Unknown))
            node.LoseFor(1);
        node.Set(0, node.Element(0), [shape?.Dims[0] ?? Dim.Unknown, channels, .. dims]);
    }

    private static void RequireLength(NodeContext node, string attribute, int? length, long least)
    {
        if (node.Ints(attribute) is not { } values)
            return;
        if (length is int expected && values.Length != expected)
            throw node.Fail($"has {values.Length} {attribute}, but needs {expected}");
        if (Array.Exists(values, value => value < least))
            throw node.Fail($"has {attribute} of [{string.Join(", ", values.Take(16))}], but they must be at least {least}");
    }
}
