namespace ModelGen.Onnx.Operators;

/// <summary>Operators that make tensors from attributes, or from sizes.</summary>
internal static class Constants
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Constants and generators",
    [
        new("Bernoulli", [15, 22], node => Like(node)),
        new("BlackmanWindow", [17], Window),
        new("Constant", [1, 9, 11, 12, 13, 19, 21, 23, 24, 25], Constant) { FollowsElements = true },
        new("ConstantOfShape", [9, 20, 21, 23, 24, 25], ConstantOfShapeRule.Infer) { FollowsElements = true },
        new("EyeLike", [9, 22], EyeLike) { FollowsElements = true },
        new("HammingWindow", [17], Window),
        new("HannWindow", [17], Window),
        new("MelWeightMatrix", [17], MelWeightMatrix),
        new("Multinomial", [7, 22], Multinomial),
        new("RandomNormal", [1, 22], Random),
        new("RandomNormalLike", [1, 22], node => Like(node)),
        new("RandomUniform", [1, 22], Random),
        new("RandomUniformLike", [1, 22], node => Like(node)),
        new("Range", [11, 27], RangeRule.Infer) { FollowsElements = true },
    ]);

    private static void Constant(NodeContext node)
    {
        if (node.Tensor("value") is { } tensor)
            node.Set(0, Fact.Stored(tensor, node.Budget).From(tensor));
        else if (node.Attribute("sparse_value")?.SparseTensor is { Values: { } values } sparse)
            // To other nodes it is a dense tensor (Constant-11).
            node.Set(0, (ElementType)values.DataType, [.. sparse.Dims.Select(DimMath.OfSize)]);
        else if (node.Int("value_int") is long integer)
            Scalar(node, ElementType.Int64, Onnx.Scalar.Int(integer));
        else if (node.Float("value_float") is float number)
            Scalar(node, ElementType.Float, Onnx.Scalar.Float(number));
        else if (node.Ints("value_ints") is { } integers)
            Vector(node, ElementType.Int64, integers.Length, i => Onnx.Scalar.Int(integers[i]));
        else if (node.Floats("value_floats") is { } numbers)
            Vector(node, ElementType.Float, numbers.Length, i => Onnx.Scalar.Float(numbers[i]));
        else if (node.Attribute("value_string") is not null)
            node.Set(0, ElementType.String, []);
        else if (node.Attribute("value_strings") is { } strings)
            node.Set(0, ElementType.String, Dim.Known(strings.Strings.Count));
        else
            throw node.Fail("has no value: one of value, sparse_value, value_int, value_float, value_string and their lists is needed");
    }

    private static void Scalar(NodeContext node, ElementType element, Scalar value) => node.Set(0, Fact.Of(new PartialTensor(element, [], [value])));

    private static void Vector(NodeContext node, ElementType element, int length, Func<int, Scalar> item)
    {
        if (node.Budget.Room(length) is not { } items)
        {
            node.Set(0, element, Dim.Known(length));
            return;
        }
        for (int i = 0; i < length; i++)
            items[i] = item(i);
        node.Set(0, Fact.Of(new PartialTensor(element, [length], items)));
    }

    // Random numbers in the shape of the input, and of its type unless the attribute says another.
    private static void Like(NodeContext node) => node.Set(0, node.Int("dtype") is long type ? Casts.Numbered(node, type) : node.Element(0), node.Shape(0));

    private static void Random(NodeContext node)
    {
        long[] shape = node.Ints("shape") ?? throw node.Fail("has no shape: the attribute is needed");
        node.Set(0, Casts.Numbered(node, node.Int("dtype", (long)ElementType.Float)), [.. shape.Select(size => Size(node, size))]);
    }

    private static void Multinomial(NodeContext node)
    {
        TensorShape? shape = node.Shape(0, 2);
        node.Set(0, Casts.Numbered(node, node.Int("dtype", (long)ElementType.Int32)), shape?.Dims[0] ?? Dim.Unknown, Size(node, node.Int("sample_size", 1)));
    }

    private static void EyeLike(NodeContext node)
    {
        ElementType element = node.Int("dtype") is long type ? Casts.Numbered(node, type) : node.Element(0);
        TensorShape? shape = node.Shape(0, 2);
        if (shape is null || shape.Dims[0].Size is not long rows || shape.Dims[1].Size is not long columns
            || TensorSize.Elements([rows, columns]) is not long count || node.Budget.Room(count) is not { } items)
        {
            node.Set(0, element, shape?.Dims[0] ?? Dim.Unknown, shape?.Dims[1] ?? Dim.Unknown);
            return;
        }
        long diagonal = node.Int("k", 0);
        for (int i = 0; i < items.Length; i++)
            items[i] = Onnx.Scalar.Bool(i % columns - i / columns == diagonal).To(element);
        node.Set(0, Fact.Of(new PartialTensor(element, [rows, columns], items)));
    }

    private static void Window(NodeContext node) =>
        node.Set(0, Casts.Numbered(node, node.Int("output_datatype", (long)ElementType.Float)), SizeOf(node, 0));

    private static void MelWeightMatrix(NodeContext node) =>
        node.Set(0, Casts.Numbered(node, node.Int("output_datatype", (long)ElementType.Float)), SizeOf(node, 1).Over(2).Plus(1), SizeOf(node, 0));

    private static Dim SizeOf(NodeContext node, int input)
    {
        Scalar size = node.Single(input);
        if (size.Integer is long known)
            return Size(node, known);
        if (size.Symbol is null)
            node.LoseFor(input);
        return size.ToDim();
    }

    private static Dim Size(NodeContext node, long size) => size >= 0 ? Dim.Known(size) : throw node.Fail($"makes a tensor with a dim of {size}");
}
