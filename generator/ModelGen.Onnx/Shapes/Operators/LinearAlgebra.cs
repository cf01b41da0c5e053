namespace ModelGen.Onnx.Operators;

/// <summary>Products of matrices, and what else is done with them.</summary>
internal static class LinearAlgebra
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Linear algebra",
    [
        new("Det", [11, 22], Det),
        new("Einsum", [12, 28], EinsumRule.Infer),
        new("Gemm", [1, 6, 7, 9, 11, 13], node => Gemm(node, 0, 1, 2, ElementRules.Shared(node))),
        new("MatMul", [1, 9, 13], node => node.Set(0, ElementRules.Shared(node), Product(node, 0, 1))),
        new("MatMulInteger", [10], node => node.Set(0, ElementType.Int32, Product(node, 0, 1))),
        new("QLinearMatMul", [10, 21], node => node.Set(0, node.Element(7), Product(node, 0, 3))),
    ]);

    /// <summary>The shape of NumPy's <c>matmul</c>: vectors become matrices for the product, dims before the last two are broadcast.</summary>
    /// <param name="node">The node.</param>
    /// <param name="first">The index of the first factor's input.</param>
    /// <param name="second">The index of the second factor's input.</param>
    public static TensorShape? Product(NodeContext node, int first, int second) => Product(node, node.ShapeFrom(first, 1), node.ShapeFrom(second, 1));

    /// <summary>The shape of the product of two shapes of at least one dim.</summary>
    public static TensorShape? Product(NodeContext node, TensorShape? left, TensorShape? right)
    {
        if (left is null || right is null)
            return null;
        Match(node, left, left.Dims[left.Rank - 1], right, right.Dims[Math.Max(0, right.Rank - 2)]);

        TensorShape batch = Broadcast.Shapes(node, Batch(left), Batch(right))!;
        var dims = new List<Dim>(batch.Dims);
        if (left.Rank > 1)
            dims.Add(left.Dims[left.Rank - 2]);
        if (right.Rank > 1)
            dims.Add(right.Dims[right.Rank - 1]);
        return new TensorShape(new(dims));
    }

    private static TensorShape Batch(TensorShape shape) => new(new(shape.Dims.Take(shape.Rank - 2)));

    private static void Match(NodeContext node, TensorShape left, Dim inLeft, TensorShape right, Dim inRight)
    {
        if (inLeft.Size is long a && inRight.Size is long b && a != b)
            throw node.Fail($"can't multiply {left} by {right}: {a} columns need as many rows, but there are {b}");
    }

    /// <summary>A product of two matrices, either of which may be turned, and an addend.</summary>
    /// <param name="node">The node.</param>
    /// <param name="first">The index of the first factor's input.</param>
    /// <param name="second">The index of the second factor's input.</param>
    /// <param name="third">The index of the addend's input.</param>
    /// <param name="element">The output's element type.</param>
    public static void Gemm(NodeContext node, int first, int second, int third, ElementType element)
    {
        TensorShape? left = node.Shape(first), right = node.Shape(second);
        // The runtime takes a vector on the left for a matrix of one row.
        if (left is { Rank: not (1 or 2) })
            throw node.Fail($"needs a matrix in {node.Name(first)}, which is {left}");
        if (right is { Rank: not 2 })
            throw node.Fail($"needs a matrix in {node.Name(second)}, which is {right}");

        TensorShape? matrix = left?.Rank == 1 ? new TensorShape(new([Dim.Known(1), left.Dims[0]])) : left;
        int turnsLeft = node.Int("transA", 0) != 0 ? 1 : 0, turnsRight = node.Int("transB", 0) != 0 ? 1 : 0;
        Dim rows = matrix?.Dims[turnsLeft] ?? Dim.Unknown, columns = right?.Dims[1 - turnsRight] ?? Dim.Unknown;
        if (matrix is not null && right is not null)
            Match(node, matrix, matrix.Dims[1 - turnsLeft], right, right.Dims[turnsRight]);

        // The third operand is broadcast to the product, never the other way round: its dims are the product's, or 1.
        if (node.Shape(third) is { } addend)
        {
            if (addend.Rank > 2)
                throw node.Fail($"can't add {addend}, which has more than 2 dims, to a matrix");
            columns = Fit(node, addend, addend.Rank - 1, columns);
            rows = Fit(node, addend, addend.Rank - 2, rows);
        }
        node.Set(0, element, rows, columns);
    }

    private static Dim Fit(NodeContext node, TensorShape addend, int axis, Dim dim)
    {
        if (axis < 0 || addend.Dims[axis].Size is not (long size and not 1))
            return dim;
        return dim.Size is long known && known != size
            ? throw node.Fail($"can't add {addend} to a product whose dims are {known} where it has {size}")
            : Dim.Known(size);
    }

    private static void Det(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        if (shape is not null && shape.Dims[shape.Rank - 1].Size is long columns && shape.Dims[shape.Rank - 2].Size is long rows && columns != rows)
            throw node.Fail($"needs square matrices in {node.Name(0)}, which is {shape}");
        node.Set(0, node.Element(0), shape is null ? null : Batch(shape));
    }
}
