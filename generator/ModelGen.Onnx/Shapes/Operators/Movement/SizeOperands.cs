namespace ModelGen.Onnx.Operators;

/// <summary>Reads sizes, axes and the like, which are an attribute in some opsets and an input in others, as far as they are known.</summary>
internal static class SizeOperands
{
    /// <summary>The items of a vector; those that are not known are unknown or named.</summary>
    /// <param name="node">The node.</param>
    /// <param name="attribute">The attribute that older opsets have; null for none.</param>
    /// <param name="input">The input that newer ones have.</param>
    /// <param name="isAbsent">Whether the node has neither.</param>
    /// <param name="scalar">Whether a scalar counts as a vector of one.</param>
    /// <returns>Null when not even their number is known, or there are none.</returns>
    public static Scalar[]? Items(this NodeContext node, string? attribute, int input, out bool isAbsent, bool scalar = false)
    {
        isAbsent = false;
        if (!node.Has(input))
        {
            long[]? values = attribute is null ? null : node.Ints(attribute);
            isAbsent = values is null;
            return values is null ? null : [.. values.Select(Scalar.Int)];
        }
        if (node.Shape(input) is not { } shape)
            return null;
        if (shape.Rank > 1 || (shape.Rank == 0 && !scalar))
            throw node.Fail($"needs a vector in {node.Name(input)}, which is {shape}");
        if (node.Value(input) is { } value)
            return value.Items;
        return (shape.Rank == 0 ? 1 : shape.Dims[0].Size) is long count ? node.Budget.Room(count) : null;
    }

    /// <summary>The items as integers; null unless all are known.</summary>
    public static long[]? Integers(this Scalar[] items)
    {
        var integers = new long[items.Length];
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].Integer is not long integer)
                return null;
            integers[i] = integer;
        }
        return integers;
    }

    /// <summary>Axes counted from the front, each at most once.</summary>
    /// <param name="node">The node.</param>
    /// <param name="axes">The axes, negative from the back.</param>
    /// <param name="rank">The rank they belong to.</param>
    public static int[] DistinctAxes(this NodeContext node, long[] axes, int rank)
    {
        int[] found = [.. axes.Select(axis => node.Axis(axis, rank))];
        var seen = new HashSet<int>();
        foreach (int axis in found)
            if (!seen.Add(axis))
                throw node.Fail($"has the axis {axis} twice, but each may be given once only");
        return found;
    }
}
