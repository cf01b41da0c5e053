namespace ModelGen.Onnx.Operators;

/// <summary>Applies functions of single elements to whole followed tensors.</summary>
internal static class ElementRules
{
    /// <summary>The element type that inputs share: the first that is known among the first two.</summary>
    public static ElementType Shared(NodeContext node) => node.Element(0) is var first && first != ElementType.Undefined ? first : node.Element(1);

    /// <summary>An output like the first input, with a function of each element where elements are followed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="element">The output's element type.</param>
    /// <param name="function">From a known or symbolic element to the result, before rounding; null to follow nothing.</param>
    public static void Unary(NodeContext node, ElementType element, Func<Scalar, Scalar>? function)
    {
        if (function is not null && node.Value(0) is { } value && node.Budget.Room(value.Count) is { } items)
        {
            for (int i = 0; i < items.Length; i++)
                items[i] = function(value[i]).To(element);
            node.Set(0, Fact.Of(new PartialTensor(element, value.Dims, items)));
            return;
        }
        node.Set(0, element, node.Shape(0));
    }

    /// <summary>Two inputs broadcast together, with a function of each pair of elements where both are followed.</summary>
    /// <param name="node">The node.</param>
    /// <param name="element">The output's element type.</param>
    /// <param name="function">From two elements, perhaps unknown, to the result, before rounding; null to follow nothing.</param>
    public static void Binary(NodeContext node, ElementType element, Func<Scalar, Scalar, Scalar>? function)
    {
        TensorShape? shape = Broadcast.Shapes(node, node.Shape(0), node.Shape(1));
        if (function is not null && shape is not null && node.Value(0) is { } left && node.Value(1) is { } right
            && Combine(node, element, shape, left, right, function) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, element, shape);
    }

    /// <summary>
    /// Two inputs as before opset 7: the second is expanded to the first's shape, aligned at the attribute <c>axis</c> or at the last dims
    /// (Add-6 and its like).
    /// </summary>
    public static void BinaryOfOld(NodeContext node, ElementType element, Func<Scalar, Scalar, Scalar>? function)
    {
        TensorShape? shape = node.Shape(0);
        if (function is not null && shape is not null && node.Value(0) is { } left && node.Value(1) is { } right
            && Aligned(node, right, shape.Rank) is { } aligned && Combine(node, element, shape, left, aligned, function) is { } value)
            node.Set(0, Fact.Of(value));
        else
            node.Set(0, element, shape);
    }

    /// <summary>A function of each pair of elements of two tensors that broadcast to that shape; null when the result is too large to follow.</summary>
    public static PartialTensor? Combine(
        NodeContext node, ElementType element, TensorShape shape, PartialTensor left, PartialTensor right, Func<Scalar, Scalar, Scalar> function)
    {
        if (shape.Sizes() is not { } dims || TensorSize.Elements(dims) is not long count || node.Budget.Room(count) is not { } items)
            return null;
        int[] leftIndices = Broadcast.Indices(left.Dims, dims, items.Length);
        int[] rightIndices = Broadcast.Indices(right.Dims, dims, items.Length);
        for (int i = 0; i < items.Length; i++)
            items[i] = function(left[leftIndices[i]], right[rightIndices[i]]).To(element);
        return new PartialTensor(element, dims, items);
    }

    // The second operand with trailing 1s, so that broadcasting from the last dims puts it where the axis says; null where it does not fit.
    private static PartialTensor? Aligned(NodeContext node, PartialTensor value, int rank)
    {
        long axis = node.Int("axis", -1);
        long behind = axis < 0 || value.Count == 1 ? 0 : rank - axis - value.Rank;
        if (behind < 0 || value.Rank + behind > rank)
            return null;
        PartialTensor aligned = value.Reshaped([.. value.Dims, .. Enumerable.Repeat(1L, (int)behind)]);
        long[]? dims = node.Value(0)?.Dims;
        for (int i = 1; i <= aligned.Rank; i++)
            if (aligned.Dims[aligned.Rank - i] is not 1 and var dim && dims![rank - i] != dim)
                return null;
        return aligned;
    }
}
