namespace ModelGen.Onnx.Operators;

/// <summary>Unique: exact where all elements are known, else open along the axis.</summary>
internal static class UniqueRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        TensorShape? shape = node.Shape(0);
        int axis = -1;
        if (node.Int("axis") is long given)
        {
            if (shape is null)
            {
                SetAll(node, null, Dim.Unknown, Dim.Unknown);
                return;
            }
            axis = node.Axis(given, shape.Rank);
        }
        Dim length = shape is null ? Dim.Unknown : axis < 0 ? DimProduct.Of(shape.Dims).ToDim() : shape.Dims[axis];
        // NaNs are no numbers to put in order.
        if (node.Value(0) is { IsKnown: true } value && Array.TrueForAll(value.Items, item => item.Number is double number && !double.IsNaN(number)) && Exact(node, value, axis))
            return;
        // Slices without elements are all equal.
        bool isEmpty = axis >= 0 && length.Size > 0 && shape!.Dims.Any(dim => dim.Size == 0);
        Dim found = isEmpty ? Dim.Known(1) : length.Size is 0 or 1 ? length : Dim.Unknown;
        if (!found.IsKnown)
            node.Lose("gives as many elements as there are different ones, which is only known when it runs");
        SetAll(node, axis < 0 ? new TensorShape(new([found])) : new TensorShape(new(shape!.Dims.Select((dim, i) => i == axis ? found : dim))), found, length);
    }

    private static void SetAll(NodeContext node, TensorShape? shape, Dim found, Dim length)
    {
        node.Set(0, node.Element(0), shape);
        node.Set(1, ElementType.Int64, found);
        node.Set(2, ElementType.Int64, length);
        node.Set(3, ElementType.Int64, found);
    }

    private static bool Exact(NodeContext node, PartialTensor value, int axis)
    {
        long[] dims = axis < 0 ? [value.Count] : value.Dims;
        axis = Math.Max(axis, 0);
        if (dims[axis] > PartialTensor.MostElements || value.Count == 0)
            return false;
        int length = (int)dims[axis], inner = IndexMap.Strides(dims)[axis], outer = value.Count / (length * inner);
        int Compare(int left, int right)
        {
            for (int i = 0; i < outer * inner; i++)
            {
                int start = i / inner * inner * length + i % inner;
                // Integers beyond 53 bits differ as integers only.
                Scalar a = value[start + left * inner], b = value[start + right * inner];
                int order = a.Integer is long x && b.Integer is long y ? x.CompareTo(y) : a.Number!.Value.CompareTo(b.Number!.Value);
                if (order != 0)
                    return order;
            }
            return 0;
        }

        int[] order = [.. Enumerable.Range(0, length)];
        Array.Sort(order, (left, right) => Compare(left, right) is var result && result != 0 ? result : left.CompareTo(right));
        // Groups of equal slices, each by its first occurrence.
        List<int> firsts = [], counts = [];
        var group = new int[length];
        for (int i = 0; i < length; i++)
        {
            if (i == 0 || Compare(order[i - 1], order[i]) != 0)
            {
                firsts.Add(order[i]);
                counts.Add(0);
            }
            group[order[i]] = firsts.Count - 1;
            counts[^1]++;
        }
        int[] ranks = [.. Enumerable.Range(0, firsts.Count)];
        if (node.Int("sorted", 1) == 0)
            Array.Sort(ranks, (left, right) => firsts[left].CompareTo(firsts[right]));
        var place = new int[ranks.Length];
        for (int i = 0; i < ranks.Length; i++)
            place[ranks[i]] = i;

        AxisPick[] picks = [.. dims.Select((dim, i) => new AxisPick(Dim.Known(i == axis ? ranks.Length : dim), i, i == axis ? position => firsts[ranks[position]] : null))];
        if (IndexMap.Pick(node, value.Reshaped(dims), new TensorShape(new(picks.Select(pick => pick.Size))), picks, Scalar.Unknown) is not { } unique)
            return false;
        node.Set(0, Fact.Of(unique));
        SetVector(node, 1, ranks.Length, i => firsts[ranks[i]]);
        SetVector(node, 2, length, i => place[group[i]]);
        SetVector(node, 3, ranks.Length, i => counts[ranks[i]]);
        return true;
    }

    private static void SetVector(NodeContext node, int output, int length, Func<int, long> item)
    {
        node.Set(output, ElementType.Int64, Dim.Known(length));
        if (!node.Wants(output) || node.Budget.Room(length) is not { } items)
            return;
        for (int i = 0; i < length; i++)
            items[i] = Scalar.Int(item(i));
        node.Set(output, Fact.Of(new PartialTensor(ElementType.Int64, [length], items)));
    }
}
