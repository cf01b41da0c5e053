namespace ModelGen.Onnx.Operators;

/// <summary>ONNX Runtime's operators that move, pick and measure elements.</summary>
internal static class MovementOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Moving and measuring (com.microsoft)",
    [
        Contrib.Op("CDist", Distances),
        Contrib.Op("DynamicTimeWarping", TimeWarping) with { DataDependent = "the length of the cheapest path" },
        Contrib.Op("ExpandDims", ExpandDims),
        Contrib.Op("GatherND", GatherNDRule.Infer) with { FollowsElements = true },
        Contrib.Op("Irfft", node => Fourier(node, isInverse: true)),
        Contrib.Op("Pad", Pad),
        Contrib.Op("Range", node => RangeRule.Infer(node, node.Has(2) ? node.Single(2) : Scalar.Int(1))) with { FollowsElements = true },
        Contrib.Op("Rfft", node => Fourier(node, isInverse: false)),
        Contrib.Op("TorchEmbedding", Embedding),
        Contrib.Op("UnfoldTensor", Unfold),
        Contrib.Op("Unique", Unique) with { DataDependent = "the number of different elements" },
    ]);

    private static void Distances(NodeContext node)
    {
        TensorShape? left = node.Shape(0, rank: 2), right = node.Shape(1, rank: 2);
        Contrib.CheckEqual(node, left.At(1), $"the columns of {node.Name(0)}", right.At(1), $"those of {node.Name(1)}");
        node.Set(0, node.Element(0), left.At(0), right.At(0));
    }

    private static void TimeWarping(NodeContext node)
    {
        node.Lose("gives the cheapest path, whose length is only known when it runs");
        node.Set(0, ElementType.Int32, Dim.Known(2), Dim.Unknown);
    }

    private static void ExpandDims(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        if (node.Single(1).Integer is not long axis)
        {
            node.LoseFor(1);
            node.Set(0, node.Element(0), shape is null ? null : new TensorShape(new(Enumerable.Repeat(Dim.Unknown, shape.Rank + 1))));
            return;
        }
        if (shape is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        int position = node.Axis(axis, shape.Rank + 1);
        node.Set(0, node.Element(0), [.. shape.Dims.Take(position), Dim.Known(1), .. shape.Dims.Skip(position)]);
    }

    // All numbers before the dims first, then all behind them; a row of them is taken for a vector.
    private static void Pad(NodeContext node)
    {
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        if (node.Integers(1) is not { } pads)
        {
            node.LoseFor(1);
            node.Set(0, node.Element(0), new TensorShape(new(Enumerable.Repeat(Dim.Unknown, shape.Rank))));
            return;
        }
        if (pads.Length != 2 * shape.Rank)
            throw node.Fail($"needs {2 * shape.Rank} numbers in {node.Name(1)}, which has {pads.Length}");
        var dims = new Dim[shape.Rank];
        for (int i = 0; i < dims.Length; i++)
        {
            dims[i] = shape.Dims[i].Plus(checked(pads[i] + pads[i + shape.Rank]));
            if (shape.Dims[i].IsKnown && !dims[i].IsKnown)
                throw node.Fail($"takes {-(pads[i] + pads[i + shape.Rank])} elements off dim {i}, which has {shape.Dims[i]}");
        }
        node.Set(0, node.Element(0), dims);
    }

    // One-sided: half of the spectrum, and a last dim of the real and the imaginary part.
    private static void Fourier(NodeContext node, bool isInverse)
    {
        TensorShape? shape = node.ShapeFrom(0, isInverse ? 2 : 1);
        if (shape is null)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        node.Set(0, node.Element(0), isInverse
            ? [.. shape.Dims.Take(shape.Rank - 2), shape.Dims[shape.Rank - 2].Plus(-1).Times(2)]
            : [.. shape.Dims.Take(shape.Rank - 1), shape.Last().Size is long size ? Dim.Known(size / 2 + 1) : Dim.Unknown, Dim.Known(2)]);
    }

    private static void Embedding(NodeContext node)
    {
        TensorShape? table = node.Shape(0, rank: 2), indices = node.Shape(1);
        node.Set(0, node.Element(0), indices is null ? null : new TensorShape(new([.. indices.Dims, table.At(1)])));
    }

    // Windows along one dim, each a new last dim.
    private static void Unfold(NodeContext node)
    {
        long size = Contrib.Positive(node, "size"), step = node.Int("step", 1);
        if (step < 1)
            throw node.Fail($"needs a step of at least 1, but has {step}");
        if (node.Shape(0) is not { } shape)
        {
            node.Set(0, node.Element(0), shape: null);
            return;
        }
        int axis = node.Axis(node.Int("dim", -1), shape.Rank);
        if (shape.Dims[axis].Size is long whole && whole < size)
            throw node.Fail($"takes windows of {size} along dim {axis}, which has {whole}");
        Dim windows = shape.Dims[axis].Size is long length ? Dim.Known((length - size) / step + 1) : Dim.Unknown;
        node.Set(0, node.Element(0), [.. shape.Dims.Take(axis), windows, .. shape.Dims.Skip(axis + 1), Dim.Known(size)]);
    }

    private static void Unique(NodeContext node)
    {
        TensorShape? shape = node.Shape(0, rank: 1);
        node.Lose("gives as many elements as there are different ones, which is only known when it runs");
        node.Set(0, node.Element(0), Dim.Unknown);
        node.Set(1, ElementType.Int64, shape);
        node.Set(2, ElementType.Int64, Dim.Unknown);
    }
}
