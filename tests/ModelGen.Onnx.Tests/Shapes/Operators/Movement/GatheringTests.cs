using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class GatheringTests
{
    [Fact]
    public void GatherPutsTheDimsOfTheIndicesInPlaceOfTheAxis()
    {
        Assert.Equal("float32 2×b×n×4", Op("Gather", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, "b", "n")], Attribute("axis", 1)));
        Assert.Equal("float32 2×3", Op("Gather", 13, [Float(2, 3, 4), Int(1)], Attribute("axis", -1)));
        Assert.Equal("float32 of unknown rank", Op("Gather", 13, [Float(2, 3), Unranked(ElementType.Int64)]));
    }

    [Fact]
    public void GatherTakesSizesOutOfAShape()
    {
        Inferred size = All("Gather", 13, [Ints(2, "n", 4), Int(-2)], 1);

        Assert.Equal("int64 scalar", size.Texts[0]);
        Assert.Equal("n", size.Elements);
        Assert.Equal("4 2", All("Gather", 13, [Ints(2, "n", 4), Ints(2, 0)], 1).Elements);
        Assert.Equal("4 ?", All("Gather", 13, [Ints(2, "n", 4), Ints(2, null)], 1).Elements);
    }

    [Fact]
    public void GatherTakesSlicesAlongAnAxis()
    {
        Inferred slices = All("Gather", 13, [Value(ElementType.Int64, [2, 3], 1, 2, 3, 4, 5, 6), Value(ElementType.Int64, [2, 1], 2, 0)], 1, Attribute("axis", 1));

        Assert.Equal("int64 2×2×1", slices.Texts[0]);
        Assert.Equal("3 1 6 4", slices.Elements);
    }

    [Fact]
    public void GatherBeyondADimIsAFault()
    {
        Assert.Contains("takes the index 3 of a dim of 3", All("Gather", 13, [Float(3), Ints(3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("takes the index -4 of a dim of 3", All("Gather", 13, [Float(3), Ints(-4)], 1).Fault, StringComparison.Ordinal);
        Assert.Null(All("Gather", 13, [Float("n"), Ints(1000)], 1).Fault);
        Assert.Contains("at least 1 dims", All("Gather", 13, [Float(), Ints(0)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("axis 1", All("Gather", 13, [Float(3), Ints(0)], 1, Attribute("axis", 1)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void GatherElementsHasTheShapeOfTheIndices()
    {
        Assert.Equal("float32 7×2", Op("GatherElements", 13, [Float(5, 2), Tensor(ElementType.Int64, 7, 2)]));
        Assert.Equal("3 4 1 2", All("GatherElements", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Value(ElementType.Int64, [2, 2], 1, -1, 0, 0)], 1).Elements);
        Assert.Equal("? 2", All("GatherElements", 13, [Value(ElementType.Int64, [2, 2], 1, 2, 3, 4), Value(ElementType.Int64, [1, 2], null, 0)], 1).Elements);
    }

    [Fact]
    public void GatherElementsWithIndicesLargerThanTheDataIsAFault()
    {
        Assert.Contains("larger than its input 'i0', which is 5×2, along the dim 1", All("GatherElements", 13, [Float(5, 2), Tensor(ElementType.Int64, 5, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("as many dims in its indices", All("GatherElements", 13, [Float(5, 2), Ints(0)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("takes the index 5 of a dim of 5", All("GatherElements", 13, [Value(ElementType.Int64, [5], 1, 2, 3, 4, 5), Ints(5)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void GatherNDGoesAlongAsManyAxesAsItsTuplesAreLong()
    {
        Assert.Equal("float32 n×4", Op("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, "n", 2)]));
        Assert.Equal("float32 n×3×4", Op("GatherND", 11, [Float(2, 3, 4), Tensor(ElementType.Int64, "n", 1)]));
        Assert.Equal("float32 5×2×3×4", Op("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 5, 0)]));
        Assert.Equal("float32 of unknown rank", Op("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 5, "k")]));
    }

    [Fact]
    public void GatherNDKeepsItsBatch()
    {
        Assert.Equal("float32 2×4", Op("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 2, 1)], Attribute("batch_dims", 1)));
        Assert.Contains("no multiple of 2 samples", All("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 3, 1)], 1, Attribute("batch_dims", 1)).Fault, StringComparison.Ordinal);
        Assert.Contains("has nothing there", All("GatherND", 13, [Float(2, 0, 4), Tensor(ElementType.Int64, 2, 1)], 1, Attribute("batch_dims", 1)).Fault, StringComparison.Ordinal);
        Assert.Contains("batch_dims=-1", All("GatherND", 13, [Float(2, 3, 4), Tensor(ElementType.Int64, 3, 1)], 1, Attribute("batch_dims", -1)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void GatherNDTakesElements()
    {
        Operand data = Value(ElementType.Int64, [2, 2], 1, "n", 3, 4);
        Assert.Equal("4 n", All("GatherND", 13, [data, Value(ElementType.Int64, [2, 2], 1, 1, 0, -1)], 1).Elements);
        Assert.Equal("3 4 ? ?", All("GatherND", 13, [data, Value(ElementType.Int64, [2, 1], 1, null)], 1).Elements);
        Assert.Contains("takes the index 2 of a dim of 2", All("GatherND", 13, [data, Value(ElementType.Int64, [1, 1], 2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("indices of 3 axes", All("GatherND", 13, [data, Tensor(ElementType.Int64, 1, 3)], 1).Fault, StringComparison.Ordinal);
    }
}
