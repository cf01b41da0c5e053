namespace ModelGen.Onnx.Operators;

/// <summary>Convolutions: N × channels × spatial dims, with weights that give the kernel's size and the channels of the output.</summary>
internal static class Convolution
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Convolution",
    [
        new("Conv", [1, 11, 22], node => Convolve(node, 0, 1, Known.Element(node, 0, 1))),
        new("ConvInteger", [10], node => Convolve(node, 0, 1, ElementType.Int32)),
        new("QLinearConv", [10], node => Convolve(node, 0, 3, node.Element(7))),
        new("ConvTranspose", [1, 11, 22], Transpose),
        new("DeformConv", [19, 22], Deform),
        new("CausalConvWithState", [27], Causal),
    ]);

    /// <summary>A convolution.</summary>
    /// <param name="node">The node.</param>
    /// <param name="input">The index of the input.</param>
    /// <param name="weights">The index of the weights.</param>
    /// <param name="element">The output's element type.</param>
    public static void Convolve(NodeContext node, int input, int weights, ElementType element)
    {
        if (Prepare(node, input, weights) is not var (shape, kernel, windows))
        {
            node.Set(0, element, shape: null);
            return;
        }
        CheckGroups(node, shape, kernel);
        var dims = new Dim[windows.Count + 2];
        dims[0] = shape.At(0);
        dims[1] = kernel.At(0);
        for (int i = 0; i < windows.Count; i++)
            dims[i + 2] = windows.Convolve(i, shape.At(i + 2));
        node.Set(0, element, dims);
    }

    private static void Transpose(NodeContext node)
    {
        ElementType element = Known.Element(node, 0, 1);
        if (Prepare(node, 0, 1) is not var (shape, kernel, windows))
        {
            node.Set(0, element, shape: null);
            return;
        }
        long group = Group(node);
        if (shape.At(1).Size is long channels && kernel.At(0).Size is long filters && (channels != filters || channels % group != 0))
            throw node.Fail($"needs weights for as many channels as its input has, a multiple of group={group}, but {node.Name(0)} is {shape} and {node.Name(1)} is {kernel}");

        int count = windows.Count;
        long[] extra = node.Ints("output_padding") is { Length: > 0 } given ? given : new long[count];
        long[]? sizes = node.Ints("output_shape") is { Length: > 0 } wanted ? wanted : null;
        if (extra.Length != count)
            throw node.Fail($"needs {count} values of output_padding, but has {extra.Length}");
        if (sizes is not null && sizes.Length != count && sizes.Length != count + 2)
            throw node.Fail($"needs {count} or {count + 2} values of output_shape, but has {sizes.Length}");

        var dims = new Dim[count + 2];
        dims[0] = shape.At(0);
        dims[1] = kernel.At(1).Times(group);
        for (int i = 0; i < count; i++)
            dims[i + 2] = sizes is null ? windows.Transpose(i, shape.At(i + 2), extra[i]) : Explicit(node, sizes[i + sizes.Length - count]);
        node.Set(0, element, dims);
    }

    private static void Deform(NodeContext node)
    {
        Convolve(node, 0, 1, Known.Element(node, 0, 1));
        // The offsets have the output's spatial dims: what the windows leave open may be known from them.
        if (node.Shape(2) is not { } offsets || node.Output(0)?.Shape is not { } shape || offsets.Rank != shape.Rank)
            return;
        node.Set(0, node.Output(0)!.Element, [.. shape.Dims.Select((dim, i) => i > 1 && dim == Dim.Unknown ? offsets.Dims[i] : dim)]);
    }

    private static void Causal(NodeContext node)
    {
        ElementType element = Known.Element(node, 0, 1);
        TensorShape? shape = node.Shape(0, rank: 3), kernel = node.Shape(1, rank: 3), past = node.Shape(3, rank: 3);
        Dim channels = shape.At(1).Or(kernel.At(0)), batch = shape.At(0).Or(past.At(0));
        node.Set(0, element, batch, channels, shape.At(2));
        node.Set(1, element, batch, channels, kernel.At(2).Plus(-1).Or(past.At(2)));
    }

    private static (TensorShape? Shape, TensorShape? Kernel, Windows Windows)? Prepare(NodeContext node, int input, int weights)
    {
        TensorShape? shape = node.ShapeFrom(input, 2), kernel = node.ShapeFrom(weights, 2);
        if (shape is not null && kernel is not null && shape.Rank != kernel.Rank)
            throw node.Fail($"needs weights of as many dims as its input has, but {node.Name(input)} is {shape} and {node.Name(weights)} is {kernel}");
        return Windows.Read(node, shape?.Rank - 2, kernel is null ? null : [.. kernel.Dims.Skip(2)]) is { } windows ? (shape, kernel, windows) : null;
    }

    private static void CheckGroups(NodeContext node, TensorShape? shape, TensorShape? kernel)
    {
        long group = Group(node);
        if (shape.At(1).Size is long channels && kernel.At(1).Size is long taken && channels != checked(taken * group))
            throw node.Fail($"has {channels} channels, but weights for {taken} × {group} (the second dim of the weights × group)");
        if (kernel.At(0).Size is long filters && filters % group != 0)
            throw node.Fail($"has {filters} filters, which is not a multiple of group={group}");
    }

    private static long Group(NodeContext node) => node.Int("group", 1) is >= 1 and long group ? group : throw node.Fail($"needs a group of at least 1, but has {node.Int("group")}");

    private static Dim Explicit(NodeContext node, long size) => size > 0 ? Dim.Known(size) : throw node.Fail($"needs positive sizes in output_shape, but has {size}");
}
