namespace ModelGen.Onnx.Operators;

/// <summary>Operators that take many elements along axes together, or one after the other.</summary>
internal static class Reductions
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Reductions",
    [
        new("ArgMax", [1, 11, 12, 13], ArgRule.Infer((item, best) => item > best)) { FollowsElements = true },
        new("ArgMin", [1, 11, 12, 13], ArgRule.Infer((item, best) => item < best)) { FollowsElements = true },
        new("CumProd", [26], Cumulative.Infer(ScalarMath.Times, (a, b) => a * b, neutral: 1)) { FollowsElements = true },
        new("CumSum", [11, 14], Cumulative.Infer(ScalarMath.Plus, (a, b) => a + b, neutral: 0)) { FollowsElements = true },
        new("ReduceL1", [1, 11, 13, 18], node => Reduce(node, null)),
        new("ReduceL2", [1, 11, 13, 18], node => Reduce(node, null)),
        new("ReduceLogSum", [1, 11, 13, 18, 28], node => Reduce(node, null)),
        new("ReduceLogSumExp", [1, 11, 13, 18, 28], node => Reduce(node, null)),
        new("ReduceMax", [1, 11, 12, 13, 18, 20], node => Reduce(node, ReducedElements.Max)) { FollowsElements = true },
        new("ReduceMean", [1, 11, 13, 18], node => Reduce(node, ReducedElements.Mean)) { FollowsElements = true },
        new("ReduceMin", [1, 11, 12, 13, 18, 20], node => Reduce(node, ReducedElements.Min)) { FollowsElements = true },
        new("ReduceProd", [1, 11, 13, 18], node => Reduce(node, ReducedElements.Product)) { FollowsElements = true },
        new("ReduceSum", [1, 11, 13], node => Reduce(node, ReducedElements.Sum)) { FollowsElements = true },
        new("ReduceSumSquare", [1, 11, 13, 18], node => Reduce(node, null)),
    ]);

    private static void Reduce(NodeContext node, Func<ElementType, Scalar[], Scalar>? function)
    {
        ElementType element = node.Element(0);
        bool keeps = node.Int("keepdims", 1) != 0;
        long[]? axes = node.Ints("axes", input: 1, out bool isAbsent);
        if (isAbsent || axes is { Length: 0 })
        {
            // Version 18 and ReduceSum-13; in older ones the attribute is not there.
            if (node.Int("noop_with_empty_axes", 0) != 0)
            {
                if (function is null)
                    Elementwise.Same(node);
                else
                    Elementwise.Identity(node);
                return;
            }
            axes = null;
        }
        else if (axes is null)
        {
            node.LoseFor(1);
            node.Set(0, element, WithoutAxes(node, keeps));
            return;
        }

        if (node.Shape(0) is not { } shape)
        {
            // All axes: a scalar, whatever the rank was.
            node.Set(0, element, axes is null && !keeps ? new TensorShape(new([])) : null);
            return;
        }
        bool[] isReduced = Marked(node, axes, shape.Rank);
        TensorShape reduced = AxisMath.Reduced(shape, isReduced, keeps);
        if (function is not null && node.Value(0) is { } value && ReducedElements.Compute(node, value, isReduced, reduced, function) is { } elements)
            node.Set(0, Fact.Of(elements));
        else
            node.Set(0, element, reduced);
    }

    private static bool[] Marked(NodeContext node, long[]? axes, int rank)
    {
        var marked = new bool[rank];
        // The runtime does not look at the axes of a scalar.
        if (axes is null || rank == 0)
        {
            for (int i = 0; i < rank; i++)
                marked[i] = true;
            return marked;
        }
        foreach (long axis in axes)
        {
            marked[node.Axis(axis, rank)] = true;
        }
        return marked;
    }

    // The axes are an input that is not known, though perhaps how many there are.
    private static TensorShape? WithoutAxes(NodeContext node, bool keeps)
    {
        if (node.Shape(0) is not { } shape)
            return null;
        if (keeps)
            return new TensorShape(new(shape.Dims.Select(dim => dim.Size == 1 ? dim : Dim.Unknown)));
        return node.Shape(1) is { Rank: 1 } axes && axes.Dims[0].Size is > 0 and long count && count <= shape.Rank
            ? new TensorShape(new(Enumerable.Repeat(Dim.Unknown, shape.Rank - (int)count)))
            : null;
    }
}
