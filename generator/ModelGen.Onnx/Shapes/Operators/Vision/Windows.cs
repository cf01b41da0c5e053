namespace ModelGen.Onnx.Operators;

/// <summary>
/// The windows that convolutions and pools slide over their spatial dims: the attributes that they share, and the sizes that follow. Where the specification
/// and ONNX Runtime's processor kernels differ, this is the runtime's arithmetic.
/// </summary>
internal sealed class Windows
{
    private readonly NodeContext _node;
    private readonly Dim[] _sizes;
    private readonly long[] _strides, _dilations, _pads;

    private Windows(NodeContext node, Dim[] sizes)
    {
        (_node, _sizes) = (node, sizes);
        AutoPad = Parse(node);
        _strides = List(node, "strides", sizes.Length, 1);
        _dilations = List(node, "dilations", sizes.Length, 1);
        _pads = List(node, "pads", checked(2 * sizes.Length), 0);
        for (int i = 0; i < sizes.Length; i++)
            if (_strides[i] < 1 || _dilations[i] < 1 || sizes[i].Size < 1)
                throw node.Fail($"needs a kernel, stride and dilation of at least 1, but along spatial axis {i} has {sizes[i]}, {_strides[i]} and {_dilations[i]}");
    }

    /// <summary>The number of spatial dims.</summary>
    public int Count => _sizes.Length;

    /// <summary>How padding is found.</summary>
    public AutoPad AutoPad { get; }

    /// <summary>Reads a node's windows.</summary>
    /// <param name="node">The node.</param>
    /// <param name="count">The number of spatial dims; null when unknown.</param>
    /// <param name="kernel">The spatial dims of its weights, which count where it has no kernel_shape; null for none.</param>
    /// <returns>Null when not even their number is known.</returns>
    public static Windows? Read(NodeContext node, int? count, IReadOnlyList<Dim>? kernel)
    {
        long[]? shape = node.Ints("kernel_shape") is { Length: > 0 } given ? given : null;
        if (shape is null && kernel is null && count is null)
            return null;
        int axes = kernel?.Count ?? count ?? shape!.Length;
        if (shape is not null && shape.Length != axes)
            throw node.Fail($"needs {axes} values of kernel_shape, one for each spatial dim, but has {shape.Length}");

        var sizes = new Dim[axes];
        for (int i = 0; i < axes; i++)
        {
            Dim size = kernel is null ? Dim.Unknown : kernel[i];
            if (shape is not null && size.IsKnown && size.Size != shape[i])
                throw node.Fail($"has a kernel_shape of {shape[i]} along spatial axis {i}, but weights of {size}");
            sizes[i] = shape is null ? size : Dim.Known(shape[i]);
        }
        return new Windows(node, sizes);
    }

    /// <summary>The number of windows of a convolution along an axis.</summary>
    public Dim Convolve(int axis, Dim input)
    {
        if (AutoPad is AutoPad.SameUpper or AutoPad.SameLower)
            return Same(axis, input);
        long padding = Padding(axis);
        if (_sizes[axis].Size is not long size)
            return Dim.Unknown;
        // What the kernel reaches over beyond one element, less the padding: an unstrided convolution takes so many off.
        long loss = checked((size - 1) * _dilations[axis] - padding);
        if (_strides[axis] == 1 && loss == 0)
            return input;
        return input.Size is long length ? Positive(axis, input, Down(checked(length - loss - 1), _strides[axis]) + 1) : Dim.Unknown;
    }

    /// <summary>The number of windows of a pool along an axis.</summary>
    /// <param name="axis">The spatial axis, from 0.</param>
    /// <param name="input">Its size.</param>
    /// <param name="ceil">Whether a window may begin that the input does not fill.</param>
    public Dim Pool(int axis, Dim input, bool ceil)
    {
        if (_sizes[axis].Size is not long size)
            return Dim.Unknown;
        long padding = Padding(axis), stride = _strides[axis], reach = checked((size - 1) * _dilations[axis]);
        if (AutoPad == AutoPad.NotSet && (_pads[axis] >= size || _pads[axis + Count] >= size))
            throw _node.Fail($"needs padding smaller than its kernel, but pads {_pads[axis]} and {_pads[axis + Count]} around a kernel of {size}");
        if (stride == 1 && (AutoPad is AutoPad.SameUpper or AutoPad.SameLower ? reach == size - 1 : reach == padding))
            return input;
        if (input.Size is not long length)
            return Dim.Unknown;

        // The padding is found as if there were no dilation, by the runtime; what is taken off then is the dilated kernel.
        if (AutoPad is AutoPad.SameUpper or AutoPad.SameLower)
            padding = checked((DimMath.Divide(length, stride, up: true) - 1) * stride + size - length);
        long last = checked(length + padding - reach - 1);
        // Where not even one window fits, the runtime's division rounds towards zero: there may be one all the same, or none.
        long windows = ceil ? DimMath.Divide(last, stride, up: true) + 1 : last / stride + 1;
        // The last window has to begin inside the input or the padding before it.
        long before = AutoPad switch { AutoPad.NotSet => _pads[axis], AutoPad.SameUpper => padding / 2, AutoPad.SameLower => (padding + 1) / 2, _ => 0 };
        if (ceil && checked((windows - 1) * stride) >= checked(length + before))
            windows--;
        return windows >= 0 ? Dim.Known(windows) : throw Unfit(axis, input);
    }

    /// <summary>The size that a transposed convolution, or the inverse of a pool, gives along an axis.</summary>
    /// <param name="axis">The spatial axis, from 0.</param>
    /// <param name="input">Its size.</param>
    /// <param name="extra">What output_padding adds.</param>
    public Dim Transpose(int axis, Dim input, long extra)
    {
        if (_sizes[axis].Size is not long size)
            return Dim.Unknown;
        long stride = _strides[axis], padding = Padding(axis);
        if (extra < 0 || (extra > 0 && extra >= Math.Max(stride, _dilations[axis])))
            throw _node.Fail($"needs output_padding below its stride or its dilation, but along spatial axis {axis} has {extra}");
        // ONNX Runtime 1.31.1 ends the process with a segmentation fault on some of these, refuses others, and runs the rest by luck.
        if (input.Size == 0)
            throw _node.Fail($"can't run on an empty input, but it has 0 along spatial axis {axis}");
        long reach = checked((size - 1) * _dilations[axis] + 1 + extra);
        if (AutoPad is AutoPad.SameUpper or AutoPad.SameLower)
            // Padding takes off what exceeds input × stride, but adds nothing where the kernel is shorter than the stride.
            return reach >= stride ? input.Times(stride) : input.Times(stride).Plus(reach - stride);
        long change = checked(reach - padding - stride);
        if (input.Size is not long length)
            return input.Times(stride).Plus(change);
        return Positive(axis, input, checked(length * stride + change));
    }

    private long Padding(int axis) => AutoPad == AutoPad.NotSet ? checked(_pads[axis] + _pads[axis + Count]) : 0;

    private Dim Same(int axis, Dim input)
    {
        if (_dilations[axis] != 1)
            throw _node.Fail($"can't have dilations with auto_pad={_node.Text("auto_pad", "")}: ONNX Runtime does not run that");
        if (_strides[axis] == 1 && input.Size != 0)
            return input;
        return input.Size is long length ? Positive(axis, input, DimMath.Divide(length, _strides[axis], up: true)) : Dim.Unknown;
    }

    private Dim Positive(int axis, Dim input, long size) => size >= 1 ? Dim.Known(size) : throw Unfit(axis, input);

    private ShapeException Unfit(int axis, Dim input) =>
        _node.Fail($"has a kernel that does not fit into its input, which has {input} along spatial axis {axis}, padded by {Padding(axis)}");

    private static long Down(long dividend, long divisor) => DimMath.Divide(dividend, divisor, up: false);

    private static AutoPad Parse(NodeContext node) => node.Text("auto_pad", "") switch
    {
        "" or "NOTSET" => AutoPad.NotSet,
        "VALID" => AutoPad.Valid,
        "SAME_UPPER" => AutoPad.SameUpper,
        "SAME_LOWER" => AutoPad.SameLower,
        var other => throw node.Fail($"has auto_pad={Printable.Quote(other)}, which is none of NOTSET, VALID, SAME_UPPER and SAME_LOWER"),
    };

    private static long[] List(NodeContext node, string attribute, int count, long otherwise)
    {
        // An empty list counts as absent.
        if (node.Ints(attribute) is not { Length: > 0 } values)
            return [.. Enumerable.Repeat(otherwise, count)];
        return values.Length == count ? values : throw node.Fail($"needs {count} values of {attribute}, but has {values.Length}");
    }
}
