using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

// The shapes here are what ONNX Runtime 1.31.1 gave for the same nodes.
public class FeatureOperatorsTests
{
    private const string Ml = "ai.onnx.ml.";

    [Theory]
    [InlineData("Binarizer", "float64 n×4")]
    [InlineData("Imputer", "float64 n×4")]
    [InlineData("Normalizer", "float32 n×4")]
    [InlineData("Scaler", "float32 n×4")]
    public void WhatTreatsEachFeatureKeepsTheShape(string op, string expected) => Assert.Equal(expected, Op(Ml + op, 1, [Tensor(ElementType.Double, "n", 4)]));

    [Theory]
    [InlineData("Imputer")]
    [InlineData("Scaler")]
    [InlineData("Normalizer")]
    [InlineData("ArrayFeatureExtractor")]
    public void AScalarHasNoFeatures(string op) => Assert.Contains("which is scalar", All(Ml + op, 1, [Float(), Ints(0)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void ExtractedFeaturesAreAsManyAsTheIndices()
    {
        Assert.Equal("float32 2×3×6", Op(Ml + "ArrayFeatureExtractor", 1, [Float(2, 3, 4), Tensor(ElementType.Int64, 2, 3)]));
        Assert.Equal("string n×k", Op(Ml + "ArrayFeatureExtractor", 1, [Tensor(ElementType.String, "n", 4), Tensor(ElementType.Int64, 1, "k")]));
        Assert.Equal("float32 3×1", Op(Ml + "ArrayFeatureExtractor", 1, [Float(3, 4), Int(1)]));
    }

    [Fact]
    public void FeaturesOfAVectorBecomeARow() => Assert.Equal("float32 1×2", Op(Ml + "ArrayFeatureExtractor", 1, [Float(4), Ints(0, 1)]));

    [Fact]
    public void LabelsOfVersionOneSwapTextAndNumbers()
    {
        Assert.Equal("int64 3", Op(Ml + "LabelEncoder", 1, [Tensor(ElementType.String, 3)]));
        Assert.Equal("string 3", Op(Ml + "LabelEncoder", 1, [Tensor(ElementType.Int64, 3)]));
    }

    [Fact]
    public void LabelsOfVersionTwoHaveTheTypeOfTheirValues()
    {
        Assert.Equal("float32 3×2", Op(Ml + "LabelEncoder", 2, [Tensor(ElementType.String, 3, 2)], Attribute("keys_strings", ["a"]), Attribute("values_floats", [1f])));
        Assert.Equal("string n", Op(Ml + "LabelEncoder", 2, [Tensor(ElementType.Int64, "n")], Attribute("keys_int64s", [1L]), Attribute("values_strings", ["a"])));
        Assert.Equal("int64 n", Op(Ml + "LabelEncoder", 3, [Tensor(ElementType.Int64, "n")], Attribute("keys_int64s", [1L]), Attribute("values_int64s", [1L])));
    }

    [Fact]
    public void LabelsOfVersionFourMayBeATensor() => Assert.Equal("int16 3", Op(Ml + "LabelEncoder", 4, [Tensor(ElementType.String, 3)],
        new AttributeProto { Name = "values_tensor", Type = AttributeProto.Types.AttributeType.Tensor, T = new TensorProto { DataType = (int)ElementType.Int16 } }));

    [Fact]
    public void LabelsWithoutValuesCantBe() =>
        Assert.Contains("has no values", All(Ml + "LabelEncoder", 2, [Tensor(ElementType.String, 3)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void CategoriesSwapTextAndNumbers()
    {
        Assert.Equal("int64 n", Op(Ml + "CategoryMapper", 1, [Tensor(ElementType.String, "n")]));
        Assert.Equal("string 2×3", Op(Ml + "CategoryMapper", 1, [Tensor(ElementType.Int64, 2, 3)]));
    }

    [Fact]
    public void OneHotAddsADimOfCategories()
    {
        Assert.Equal("float32 n×4×2", Op(Ml + "OneHotEncoder", 1, [Tensor(ElementType.String, "n", 4)], Attribute("cats_strings", "a", "b")));
        Assert.Equal("float32 3", Op(Ml + "OneHotEncoder", 1, [Tensor(ElementType.Int64)], Attribute("cats_int64s", 0, 1, 2)));
        Assert.Contains("has no categories", All(Ml + "OneHotEncoder", 1, [Float(3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void VectorisedFeaturesAreAsWideAsTheAttributeSays()
    {
        Assert.Equal("float32 n×8", Op(Ml + "FeatureVectorizer", 1, [Float("n", 2), Float("n", 4)], Attribute("inputdimensions", 3, 5)));
        Assert.Equal("float32 1×6", Op(Ml + "FeatureVectorizer", 1, [Float(2), Float(4)], Attribute("inputdimensions", 2, 4)));
    }

    [Fact]
    public void VectorisedFeaturesNeedAsManyRows() => Assert.Contains(
        "needs as many rows in every input, but one has 3",
        All(Ml + "FeatureVectorizer", 1, [Float(3, 2), Float(4, 4)], 1, Attribute("inputdimensions", 2, 4)).Fault, StringComparison.Ordinal);

    [Fact]
    public void ADictionaryBecomesARowOfItsVocabulary() => Assert.Equal("float32 1×3", Op(Ml + "DictVectorizer", 1,
        [Of(new Fact(new MapType(ElementType.String, new TensorType(ElementType.Float, null))))], Attribute("string_vocabulary", "a", "b", "c")));

    [Fact]
    public void ADenseMapHasAsManyColumnsAsEntries()
    {
        Operand map = Of(new Fact(new MapType(ElementType.Int64, new TensorType(ElementType.Float, null))));

        Inferred dense = All(Ml + "CastMap", 1, [map], 1, Attribute("cast_to", "TO_INT64"));

        Assert.Equal("int64 1×?", dense.Texts[0]);
        Assert.Contains("as the map has entries", dense.Facts[0].Loss!.Why, StringComparison.Ordinal);
        Assert.Equal("string 1×5", Op(Ml + "CastMap", 1, [map], Attribute("map_form", "SPARSE"), Attribute("max_map", 5), Attribute("cast_to", "TO_STRING")));
    }

    [Fact]
    public void ZippedScoresAreMapsByLabel()
    {
        Assert.Equal("a sequence of a map from string to float32 scalar", Op(Ml + "ZipMap", 1, [Float("n", 2)], Attribute("classlabels_strings", "a", "b")));
        Assert.Equal("a sequence of a map from int64 to float32 scalar", Op(Ml + "ZipMap", 1, [Float("n", 2)], Attribute("classlabels_int64s", 1, 2)));
    }

    [Fact]
    public void AListThatIsTooLongToKeepIsStillCountedWhereItCanBe()
    {
        var some = new AttributeProto { Name = "cats_int64s", Type = AttributeProto.Types.AttributeType.Ints, Dropped = new DroppedPayload { LeastElements = 9000, MostElements = 70000 } };
        var exact = new AttributeProto { Name = "cats_int64s", Type = AttributeProto.Types.AttributeType.Floats, Dropped = new DroppedPayload { LeastElements = 20000, MostElements = 20000 } };

        Assert.Equal("float32 n×20000", Op(Ml + "OneHotEncoder", 1, [Tensor(ElementType.Int64, "n")], exact));
        Inferred open = All(Ml + "OneHotEncoder", 1, [Tensor(ElementType.Int64, 3)], 1, some);
        Assert.Equal("float32 3×?", open.Texts[0]);
        Assert.Contains("too long to be counted", open.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }
}
