using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SelectingTests
{
    [Fact]
    public void NonZeroOfKnownElementsIsExact()
    {
        Inferred found = All("NonZero", 13, [Value(ElementType.Bool, [2, 2], true, false, true, true)], 1);

        Assert.Equal("int64 2×3", found.Texts[0]);
        Assert.Equal("0 1 1 0 0 1", found.Elements);
        Assert.Equal("int64 1×1", Op("NonZero", 13, [Floats(-0f, float.NaN)]));
    }

    [Fact]
    public void NonZeroOfAScalarHasOneRowAsInTheRuntime()
    {
        Assert.Equal("int64 1×1", Op("NonZero", 13, [Int(5)]));
        Assert.Equal("int64 1×0", Op("NonZero", 13, [Int(0)]));
        Assert.Equal("int64 1×?", Op("NonZero", 13, [Float()]));
    }

    [Fact]
    public void NonZeroOfUnknownElementsSaysSo()
    {
        Inferred found = All("NonZero", 13, [Float(2, 3)], 1);

        Assert.Equal("int64 2×?", found.Texts[0]);
        Assert.Contains("the number of elements that are not zero", found.Facts[0].Loss?.Why, StringComparison.Ordinal);
        Assert.Equal("int64 1×?", Op("NonZero", 13, [Ints(1, null)]));
        Assert.Equal("int64 2×0", Op("NonZero", 13, [Float(0, "n")]));
        Assert.Equal("int64 ?×?", Op("NonZero", 13, [Unranked(ElementType.Float)]));
    }

    [Fact]
    public void CompressByAKnownConditionIsExact()
    {
        Operand data = Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, 5, 6);
        Operand condition = Value(ElementType.Bool, [4], false, true, true, true);
        Assert.Equal("2 3 5 6", All("Compress", 11, [data, condition], 1, Attribute("axis", -1)).Elements);
        Assert.Equal("2 3 4", All("Compress", 11, [data, condition], 1).Elements);
        Assert.Equal("float32 ?", Op("Compress", 9, [Float(), Tensor(ElementType.Bool, 3)]));
        Assert.Equal("float32 n×2", Op("Compress", 11, [Float("n", 3), condition], Attribute("axis", 1)));
        Assert.Equal("float32 ?×3", Op("Compress", 11, [Float("n", 3), condition], Attribute("axis", 0)));
    }

    [Fact]
    public void CompressByAnUnknownConditionOpensOneDim()
    {
        Inferred result = All("Compress", 11, [Float(2, 3), Tensor(ElementType.Bool, 3)], 1, Attribute("axis", 1));

        Assert.Equal("float32 2×?", result.Texts[0]);
        Assert.Contains("the number of true conditions", result.Facts[0].Loss?.Why, StringComparison.Ordinal);
        Assert.Equal("float32 ?", Op("Compress", 11, [Float(2, 3), Tensor(ElementType.Bool, 3)]));
        Assert.Contains("axis 2", All("Compress", 11, [Float(2, 3), Tensor(ElementType.Bool, 3)], 1, Attribute("axis", 2)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void TopKHasAsManyAsAskedFor()
    {
        Assert.Equal(["float32 n×3", "int64 n×3"], All("TopK", 1, [Float("n", 5)], 2, Attribute("k", 3)).Texts);
        Assert.Equal(["float32 3×5", "int64 3×5"], All("TopK", 11, [Float("n", 5), Ints(3)], 2, Attribute("axis", 0)).Texts);
        Assert.Equal(["float32 2×k", "int64 2×k"], All("TopK", 11, [Float(2, 5), Ints("k")], 2).Texts);
        Assert.Equal(["float32 2×?", "int64 2×?"], All("TopK", 11, [Float(2, 5), Tensor(ElementType.Int64, 1)], 2).Texts);
    }

    [Fact]
    public void TopKOfMoreThanThereAreIsAFault()
    {
        Assert.Contains("find 6 elements along the dim 0", All("TopK", 11, [Float(5), Ints(6)], 2).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 0", All("TopK", 11, [Float(5), Ints(-1)], 2).Fault, StringComparison.Ordinal);
        Assert.Contains("needs one element", All("TopK", 11, [Float(5), Ints(1, 1)], 2).Fault, StringComparison.Ordinal);
        Assert.Contains("has no k of at least 1", All("TopK", 1, [Float(5)], 2).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OneHotPutsInADimOfTheClasses()
    {
        Assert.Equal("float32 n×2×3", Op("OneHot", 11, [Tensor(ElementType.Int64, "n", 2), Int(3), Float(2)]));
        Assert.Equal("float32 3×n×2", Op("OneHot", 11, [Tensor(ElementType.Int64, "n", 2), Ints(3), Float(2)], Attribute("axis", 0)));
        Assert.Equal("float32 n×3×2", Op("OneHot", 11, [Tensor(ElementType.Int64, "n", 2), Floats(3.7f), Float(2)], Attribute("axis", -2)));
        Assert.Equal("float32 2×?", Op("OneHot", 11, [Ints(0, 1), Tensor(ElementType.Int64), Float(2)]));
    }

    [Fact]
    public void OneHotMarksItsIndices() =>
        Assert.Equal("0 5 0 0 5 0 0 0 0 ? ? ?", All("OneHot", 11, [Ints(1, -2, 7, null), Int(3), Ints(0, 5)], 1).Elements);

    [Fact]
    public void OneHotThatDoesNotFitIsAFault()
    {
        Assert.Contains("at least 1", All("OneHot", 11, [Ints(0), Int(0), Float(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs one element", All("OneHot", 11, [Ints(0), Ints(3, 3), Float(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("two elements for off and on", All("OneHot", 11, [Ints(0), Int(3), Float(3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("at least 1 dims", All("OneHot", 11, [Int(0), Int(3), Float(2)], 1).Fault, StringComparison.Ordinal);
    }
}
