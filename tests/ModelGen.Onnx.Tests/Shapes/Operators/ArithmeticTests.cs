using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ArithmeticTests
{
    [Fact]
    public void BroadcastingAlignsDimsFromTheLast() => Assert.Equal("float32 8×7×6×5", Op("Add", 14, [Float(8, 1, 6, 1), Float(7, 1, 5)]));

    [Fact]
    public void AKnownDimAgainstAnUnknownOneIsKnownUnlessItIsOne() => Assert.Equal("float32 3×?×n", Op("Add", 14, [Float(3, 1, "n"), Float(null, null, 1)]));

    [Fact]
    public void OneAgainstNoneIsNone() => Assert.Equal("float32 0×3", Op("Mul", 14, [Float(0, 1), Float(1, 3)]));

    [Fact]
    public void TheSameNameStaysAndTwoNamesDoNot() => Assert.Equal("float32 n×?", Op("Sub", 14, [Float("n", "n"), Float("n", "m")]));

    [Fact]
    public void DimsThatCantBeBroadcastNameBothShapes() =>
        Assert.Contains("can't broadcast 2×3 with 4", All("Add", 14, [Float(2, 3), Float(4)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void AnUnknownRankMakesTheResultUnknownButKeepsItsType() =>
        Assert.Equal("float32 of unknown rank", Op("Div", 14, [new Operand(Fact.Unknown), Unranked(ElementType.Float)]));

    [Theory]
    [InlineData("Equal")]
    [InlineData("Greater")]
    [InlineData("GreaterOrEqual")]
    [InlineData("Less")]
    [InlineData("LessOrEqual")]
    [InlineData("And")]
    [InlineData("Or")]
    [InlineData("Xor")]
    public void ComparisonsAndLogicGiveBools(string op) => Assert.Equal("bool 2×3", Op(op, 16, [Float(2, 1), Float(3)]));

    [Fact]
    public void BeforeVersion7TheSecondOperandTakesTheShapeOfTheFirst()
    {
        Assert.Equal("float32 2×3×4×5", Op("Add", 6, [Float(2, 3, 4, 5), Float(3, 4)], Attribute("broadcast", 1), Attribute("axis", 1)));
        Assert.Equal("bool 2×1", Op("Greater", 1, [Float(2, 1), Float(1)], Attribute("broadcast", 1)));
    }

    [Fact]
    public void BeforeVersion7AnAxisSaysWhereTheElementsOfTheSecondOperandGo()
    {
        Operand[] inputs = [Value(ElementType.Float, [2, 2], 0, 0, 0, 0), Floats(1, 2)];

        Assert.Equal("1 1 2 2", All("Add", 6, inputs, 1, Attribute("broadcast", 1), Attribute("axis", 0)).Elements);
        Assert.Equal("1 2 1 2", All("Add", 6, inputs, 1, Attribute("broadcast", 1)).Elements);
        Assert.Null(All("Add", 6, inputs, 1, Attribute("broadcast", 1), Attribute("axis", long.MaxValue)).Elements);
    }

    [Theory]
    [InlineData("Add", "9 n ?")]
    [InlineData("Sub", "9 n ?")]
    [InlineData("Mul", "0 0 0")]
    [InlineData("Max", "9 n ?")]
    [InlineData("Min", "0 0 ?")]
    public void NamesOfDimsMeetZero(string op, string expected) => Assert.Equal(expected, All(op, 14, [Ints(9, "n", null), Int(0)], 1).Elements);

    [Theory]
    [InlineData("Mul", "9 n ?")]
    [InlineData("Div", "9 n ?")]
    [InlineData("Mod", "0 0 0")]
    [InlineData("Pow", "9 n ?")]
    public void NamesOfDimsMeetOne(string op, string expected) => Assert.Equal(expected, All(op, 14, [Ints(9, "n", null), Int(1)], 1).Elements);

    [Theory]
    [InlineData("Sub", "0 ?")]
    [InlineData("Div", "1 ?")]
    [InlineData("Max", "n ?")]
    [InlineData("Equal", "1 ?")]
    [InlineData("Less", "0 ?")]
    [InlineData("GreaterOrEqual", "1 ?")]
    public void NamesOfDimsMeetNames(string op, string expected) => Assert.Equal(expected, All(op, 16, [Ints("n", "n"), Ints("n", "m")], 1).Elements);

    [Fact]
    public void ADimIsNeverNegative()
    {
        Assert.Equal("0", All("Equal", 13, [Ints("n"), Int(-1)], 1).Elements);
        Assert.Equal("?", All("Equal", 13, [Ints("n"), Int(1)], 1).Elements);
        Assert.Equal("1", All("Less", 13, [Int(-1), Ints("n")], 1).Elements);
        Assert.Equal("0", All("Less", 13, [Ints("n"), Int(0)], 1).Elements);
        Assert.Equal("1", All("LessOrEqual", 16, [Int(0), Ints("n")], 1).Elements);
        Assert.Equal("?", All("Greater", 13, [Ints("n"), Int(0)], 1).Elements);
    }

    [Fact]
    public void IntegersAreDividedTowardsZero() => Assert.Equal("-3 -3 3 ?", All("Div", 14, [Ints(-7, 7, 7, 7), Ints(2, -2, 2, 0)], 1).Elements);

    [Fact]
    public void WhatWrapsAroundIsUnknownAndNoFault()
    {
        Inferred sum = All("Add", 14, [Ints(long.MaxValue), Int(1)], 1);

        Assert.Equal("?", sum.Elements);
        Assert.Null(sum.Fault);
        Assert.Equal("?", All("Mul", 14, [Ints(long.MinValue), Int(-1)], 1).Elements);
        Assert.Equal("?", All("Add", 14, [Value(ElementType.Int32, [1], int.MaxValue), Value(ElementType.Int32, [], 1)], 1).Elements);
        Assert.Equal("?", All("Sub", 14, [Value(ElementType.UInt8, [1], 3), Value(ElementType.UInt8, [], 4)], 1).Elements);
    }

    [Fact]
    public void FloatsAreRoundedAtEachStep()
    {
        Assert.Equal("0.30000001192092896", All("Add", 14, [Floats(0.1f), Floats(0.2f)], 1).Elements);
        Assert.Equal("100000000", All("Sum", 13, [Floats(1e8f), Floats(4), Floats(4)], 1).Elements);
        Assert.Equal("7", All("Mul", 14, [Floats(10), Floats(0.7f)], 1).Elements);
    }

    [Fact]
    public void RemaindersHaveTheSignOfTheDivisorAndWithFmodOfTheDividend()
    {
        Operand[] inputs = [Ints(-7, 7, -7, 7), Ints(3, -3, -3, 3)];

        Assert.Equal("2 -2 -1 1", All("Mod", 13, inputs, 1).Elements);
        Assert.Equal("-1 1 -1 1", All("Mod", 13, inputs, 1, Attribute("fmod", 1)).Elements);
        Assert.Equal("-1", All("Mod", 13, [Floats(-7), Floats(3)], 1, Attribute("fmod", 1)).Elements);
    }

    [Fact]
    public void RemaindersOfFloatsNeedFmodBeforeVersion28()
    {
        Assert.Contains("fmod=1", All("Mod", 13, [Float(1), Float(1)], 1).Fault, StringComparison.Ordinal);
        Assert.Equal("2", All("Mod", 28, [Floats(-7), Floats(3)], 1).Elements);
    }

    [Fact]
    public void APowerHasTheTypeOfItsBase()
    {
        Assert.Equal("int64 2", Op("Pow", 13, [Tensor(ElementType.Int64, 2), Float(1)]));
        Assert.Equal("1 0 1000", All("Pow", 13, [Ints(2, 3, 10), Floats(0.5f, -1, 3)], 1).Elements);
        Assert.Equal("0.5", All("Pow", 13, [Floats(2), Ints(-1)], 1).Elements);
    }

    [Fact]
    public void KnownOperandsDecideLogicAlone()
    {
        Operand left = Value(ElementType.Bool, [4], true, false, null, null), right = Value(ElementType.Bool, [4], null, null, true, false);

        Assert.Equal("? 0 ? 0", All("And", 7, [left, right], 1).Elements);
        Assert.Equal("1 ? 1 ?", All("Or", 7, [left, right], 1).Elements);
        Assert.Equal("0", All("Xor", 7, [Value(ElementType.Bool, [1], true), Value(ElementType.Bool, [1], true)], 1).Elements);
    }

    [Fact]
    public void BitsOfIntegersAreCombined()
    {
        Assert.Equal("8", All("BitwiseAnd", 18, [Ints(12), Ints(10)], 1).Elements);
        Assert.Equal("14", All("BitwiseOr", 18, [Ints(12), Ints(10)], 1).Elements);
        Assert.Equal("6", All("BitwiseXor", 18, [Ints(12), Ints(10)], 1).Elements);
    }

    [Fact]
    public void ShiftedBitsFallOutOfTheType()
    {
        Operand value = Value(ElementType.UInt8, [2], 200, 3), by = Value(ElementType.UInt8, [], 1);

        Assert.Equal("144 6", All("BitShift", 11, [value, by], 1, Attribute("direction", "LEFT")).Elements);
        Assert.Equal("100 1", All("BitShift", 11, [value, by], 1, Attribute("direction", "RIGHT")).Elements);
        Assert.Contains("needs a direction", All("BitShift", 11, [value, by], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIsShiftedOutWhollyIsDefinedFromVersion28()
    {
        Operand[] inputs = [Ints(-5, 5), Ints(64, -1)];

        Assert.Equal("? ?", All("BitShift", 11, inputs, 1, Attribute("direction", "RIGHT")).Elements);
        Assert.Equal("-1 0", All("BitShift", 28, inputs, 1, Attribute("direction", "RIGHT")).Elements);
        Assert.Equal("0 0", All("BitShift", 28, inputs, 1, Attribute("direction", "LEFT")).Elements);
    }

    [Theory]
    [InlineData("Max", "float32 2×3×4")]
    [InlineData("Min", "float32 2×3×4")]
    [InlineData("Mean", "float32 2×3×4")]
    [InlineData("Sum", "float32 2×3×4")]
    public void ManyTensorsAreBroadcastTogether(string op, string expected) => Assert.Equal(expected, Op(op, 13, [Float(4), Float(3, 1), Float(2, 1, 1)]));

    [Fact]
    public void AMeanIsTheSumTimesTheRoundedReciprocal() =>
        Assert.Equal("1.3333333730697632 0.36666667461395264", All("Mean", 13, [Floats(1, 0.1f), Floats(1, 0.7f), Floats(2, 0.3f)], 1).Elements);

    [Fact]
    public void NothingToCombineIsAFault() => Assert.Contains("has no inputs", All("Max", 13, [], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void WherePicksElementByElement() =>
        Assert.Equal("1 ? n 5", All("Where", 16, [Value(ElementType.Bool, [4], true, null, false, null), Ints(1, 2, 3, 5), Ints(9, 9, "n", 5)], 1).Elements);

    [Fact]
    public void WhatIsNotPickedNeedNotBeKnown()
    {
        Operand condition = Value(ElementType.Bool, [1], true);

        Assert.Equal("7 7 7", All("Where", 16, [condition, Int(7), Tensor(ElementType.Int64, 3)], 1).Elements);
        Assert.Null(All("Where", 16, [condition, Int(7), Tensor(ElementType.Int64, "n")], 1).Elements);
        Assert.Equal("int64 2×n×3", Op("Where", 9, [Tensor(ElementType.Bool, 2, 1, 1), Tensor(ElementType.Int64, "n", 1), Tensor(ElementType.Int64, 3)]));
    }

    [Fact]
    public void ASlopeIsBroadcastToItsTensor() => Assert.Equal("float32 n×64×8×8", Op("PRelu", 16, [Float("n", null, 8, 8), Float(64, 1, 1)]));

    [Fact]
    public void GateAndLinearPartHaveTheSameShape()
    {
        Assert.Equal("float32 n×4", Op("SwiGLU", 28, [Float("n", null), Float(null, 4)]));
        Assert.Equal("float32 2×3", Op("SwiGLU", 28, [Unranked(ElementType.Float), Float(2, 3)]));
        Assert.Contains("of the same shape", All("SwiGLU", 28, [Float(2, 3), Float(1, 3)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("of the same shape", All("SwiGLU", 28, [Float(2, 3), Float(3)], 1).Fault, StringComparison.Ordinal);
    }
}
