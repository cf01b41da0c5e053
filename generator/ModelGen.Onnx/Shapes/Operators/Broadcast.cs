namespace ModelGen.Onnx.Operators;

/// <summary>NumPy's broadcasting of shapes and of followed elements (docs/Broadcasting.md of ONNX).</summary>
internal static class Broadcast
{
    /// <summary>The shape that two inputs take together; null when a rank is unknown.</summary>
    public static TensorShape? Shapes(NodeContext node, TensorShape? left, TensorShape? right)
    {
        if (left is null || right is null)
            return null;
        if (left.Rank < right.Rank)
            (left, right) = (right, left);

        Dim[] dims = [.. left.Dims];
        int offset = left.Rank - right.Rank;
        for (int i = 0; i < right.Rank; i++)
        {
            dims[offset + i] = Merge(dims[offset + i], right.Dims[i])
                ?? throw node.Fail($"can't broadcast {left} with {right}: dims counted from the last must be equal, or one of them 1");
        }
        return new TensorShape(new(dims));
    }

    /// <summary>The dim that two dims become; null when they contradict each other.</summary>
    public static Dim? Merge(Dim left, Dim right)
    {
        if (left.Size == 1)
            return right;
        if (right.Size == 1)
            return left;
        if (left.Size is long a && right.Size is long b)
            return a == b ? left : null;
        // One is known and not 1: the other is the same or 1.
        if (left.IsKnown)
            return left;
        if (right.IsKnown)
            return right;
        return left.Symbol is not null && left == right ? left : Dim.Unknown;
    }

    /// <summary>For each element of the result the flat index of the element of an operand.</summary>
    /// <param name="operand">The operand's dims.</param>
    /// <param name="result">The result's dims.</param>
    /// <param name="count">The result's elements.</param>
    public static int[] Indices(long[] operand, long[] result, int count)
    {
        var indices = new int[count];
        if (count == 0)
            return indices;
        int offset = result.Length - operand.Length;
        var steps = new int[result.Length];
        int step = 1;
        for (int i = operand.Length - 1; i >= 0; i--)
        {
            steps[offset + i] = operand[i] == 1 ? 0 : step;
            step *= (int)operand[i];
        }

        var position = new long[result.Length];
        int index = 0;
        for (int i = 0; i < count; i++)
        {
            indices[i] = index;
            for (int axis = result.Length - 1; axis >= 0; axis--)
            {
                index += steps[axis];
                if (++position[axis] < result[axis])
                    break;
                index -= steps[axis] * (int)result[axis];
                position[axis] = 0;
            }
        }
        return indices;
    }
}
