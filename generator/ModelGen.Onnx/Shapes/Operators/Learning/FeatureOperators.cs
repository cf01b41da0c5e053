namespace ModelGen.Onnx.Operators;

/// <summary>Operators that prepare features and unfold predictions.</summary>
internal static class FeatureOperators
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Features (ai.onnx.ml)",
    [
        Rows.Op("ArrayFeatureExtractor", ArrayFeatureExtractor),
        Rows.Op("Binarizer", node => node.Set(0, node.Element(0), node.Shape(0))),
        Rows.Op("CastMap", CastMap) with { DataDependent = "the number of entries in the map, unless map_form is SPARSE" },
        Rows.Op("CategoryMapper", node => node.Set(0, node.Element(0) switch
        {
            ElementType.String => ElementType.Int64,
            ElementType.Int64 => ElementType.String,
            _ => ElementType.Undefined,
        }, node.Shape(0))),
        Rows.Op("DictVectorizer", DictVectorizer),
        Rows.Op("FeatureVectorizer", FeatureVectorizer),
        Rows.Op("Imputer", node => node.Set(0, node.Element(0), node.ShapeFrom(0, 1))),
        Rows.Op("LabelEncoder", LabelEncoder, 1, 2, 4),
        Rows.Op("Normalizer", Normalizer),
        Rows.Op("OneHotEncoder", OneHotEncoder),
        Rows.Op("Scaler", node => node.Set(0, ElementType.Float, node.ShapeFrom(0, 1))),
        Rows.Op("ZipMap", ZipMap),
    ]);

    // As many columns as there are indices, however they are shaped.
    private static void ArrayFeatureExtractor(NodeContext node)
    {
        TensorShape? shape = node.ShapeFrom(0, 1);
        Dim columns = node.Shape(1) is { } indices ? DimMath.Product(indices.Dims) : Dim.Unknown;
        node.Set(0, node.Element(0), shape is null ? null
            : shape.Rank == 1 ? new TensorShape(new([Dim.Known(1), columns]))
            : new TensorShape(new([.. shape.Dims.Take(shape.Rank - 1), columns])));
    }

    private static void CastMap(NodeContext node)
    {
        bool isSparse = node.Text("map_form", "DENSE") == "SPARSE";
        if (!isSparse)
            node.Lose("gives as many columns as the map has entries, which is only known when it runs");
        ElementType element = node.Text("cast_to", "TO_FLOAT") switch
        {
            "TO_STRING" => ElementType.String,
            "TO_INT64" => ElementType.Int64,
            _ => ElementType.Float,
        };
        node.Set(0, element, Dim.Known(1), isSparse ? DimMath.OfSize(node.Int("max_map", 1)) : Dim.Unknown);
    }

    private static void DictVectorizer(NodeContext node)
    {
        ElementType element = node.Input(0).Type is MapType { Value: TensorType value } ? value.Element : ElementType.Undefined;
        node.Set(0, element, Dim.Known(1), Rows.Length(node, "string_vocabulary", "int64_vocabulary"));
    }

    // ONNX Runtime 1.31 goes by the attribute: inputs that are narrower are filled up, wider ones cut.
    private static void FeatureVectorizer(NodeContext node)
    {
        Dim rows = Dim.Unknown;
        for (int i = 0; i < node.InputCount; i++)
        {
            if (node.Shape(i) is not { } shape)
                continue;
            Dim next = shape.Rank == 0 ? throw node.Fail($"needs rows of features in {node.Name(i)}, which is a scalar") : shape.Rank == 1 ? Dim.Known(1) : shape.Dims[0];
            if (rows.IsKnown && next.IsKnown && rows != next)
                throw node.Fail($"needs as many rows in every input, but one has {rows} and {node.Name(i)} has {next}");
            rows = rows.IsKnown ? rows : next.IsKnown || i == 0 ? next : rows;
        }
        Dim width = node.Ints("inputdimensions") is { } widths ? DimMath.OfSize(widths.Aggregate(0L, (sum, next) => checked(sum + next))) : Dim.Unknown;
        node.Set(0, ElementType.Float, rows, width);
    }

    private static void LabelEncoder(NodeContext node)
    {
        ElementType element = node.Opset < 2
            // Version 1 swaps text and numbers, whichever comes.
            ? node.Element(0) switch { ElementType.String => ElementType.Int64, ElementType.Int64 => ElementType.String, _ => ElementType.Undefined }
            : node.Tensor("values_tensor") is { } values ? (ElementType)values.DataType
            : node.Attribute("values_strings") is not null ? ElementType.String
            : node.Attribute("values_int64s") is not null ? ElementType.Int64
            : node.Attribute("values_floats") is not null ? ElementType.Float
            : throw node.Fail("has no values: one of values_strings, values_int64s, values_floats and values_tensor is needed");
        node.Set(0, element, node.Shape(0));
    }

    private static void Normalizer(NodeContext node)
    {
        Rows.Count(node);
        node.Set(0, ElementType.Float, node.Shape(0));
    }

    private static void OneHotEncoder(NodeContext node)
    {
        Dim categories = Rows.Length(node, "cats_strings", "cats_int64s");
        if (categories.Size == 0)
            throw node.Fail("has no categories: cats_strings or cats_int64s is needed");
        node.Set(0, ElementType.Float, node.Shape(0) is { } shape ? new TensorShape(new([.. shape.Dims, categories])) : null);
    }

    private static void ZipMap(NodeContext node)
    {
        Rows.Count(node);
        ElementType key = Rows.LabelType(node, "classlabels_strings");
        node.Set(0, new Fact(new SequenceType(new MapType(key, new TensorType(ElementType.Float, new TensorShape(default))))));
    }
}
