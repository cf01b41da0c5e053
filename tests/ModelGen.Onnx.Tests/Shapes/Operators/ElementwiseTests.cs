using ModelGen.Onnx.Operators;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ElementwiseTests
{
    [Fact]
    public void EveryOperatorKeepsTypeAndShapeButThoseThatTest() => Assert.All(Elementwise.Family.Operators, row =>
    {
        string element = row.Name is "IsInf" or "IsNaN" or "Not" ? "bool" : "float32";
        Assert.All(row.Versions, version => Assert.Equal($"{element} n×3×?", Op(row.Name, version, [Float("n", 3, null)])));
    });

    [Fact]
    public void AnUnknownRankStaysUnknown() => Assert.Equal("float32 of unknown rank", Op("Tanh", 13, [Unranked(ElementType.Float)]));

    [Theory]
    [InlineData("Ceil", 2.25f, "3")]
    [InlineData("Floor", -2.25f, "-3")]
    [InlineData("Round", 2.5f, "2")]
    [InlineData("Round", 3.5f, "4")]
    [InlineData("Round", -2.5f, "-2")]
    [InlineData("Sqrt", 2f, "1.4142135381698608")]
    [InlineData("Reciprocal", 3f, "0.3333333432674408")]
    [InlineData("Abs", -1.5f, "1.5")]
    [InlineData("Neg", 1.5f, "-1.5")]
    [InlineData("Sign", -1.5f, "-1")]
    [InlineData("Relu", -1.5f, "0")]
    [InlineData("Log", 8f, "2.079441547393799")]
    [InlineData("Exp", 0f, "1")]
    [InlineData("Exp", 1f, "?")]
    public void FloatsAreComputedAndRoundedToTheirType(string op, float input, string expected) =>
        Assert.Equal(expected, All(op, 13, [Floats(input)], 1).Elements);

    [Fact]
    public void ALogarithmIsOnlyFollowedWhereTheRuntimeDoesNotApproximateIt() => Assert.Null(All("Log", 13, [Floats(1, 2, 3, 4)], 1).Elements);

    [Theory]
    [InlineData("Abs", "3 n ?")]
    [InlineData("Neg", "3 ? ?")]
    [InlineData("Relu", "0 n ?")]
    [InlineData("Sign", "-1 ? ?")]
    [InlineData("BitwiseNot", "2 ? ?")]
    public void IntegersAreComputedAndDimsAreNeverNegative(string op, string expected) => Assert.Equal(expected, All(op, 18, [Ints(-3, "n", null)], 1).Elements);

    [Fact]
    public void TheSmallestIntegerHasNoMagnitude() => Assert.Equal("?", All("Abs", 13, [Ints(long.MinValue)], 1).Elements);

    [Fact]
    public void BitsOfUnsignedIntegersStayWithinTheirType() => Assert.Equal("250", All("BitwiseNot", 18, [Value(ElementType.UInt8, [1], 5)], 1).Elements);

    [Fact]
    public void NotTurnsBools() => Assert.Equal("0 1 ?", All("Not", 1, [Value(ElementType.Bool, [3], true, false, null)], 1).Elements);

    [Fact]
    public void InfinitiesAreToldApart()
    {
        Operand[] input = [Floats(float.PositiveInfinity, float.NegativeInfinity, float.NaN, 1f)];

        Assert.Equal("1 1 0 0", All("IsInf", 20, input, 1).Elements);
        Assert.Equal("1 0 0 0", All("IsInf", 20, input, 1, Attribute("detect_negative", 0)).Elements);
        Assert.Equal("0 0 1 0", All("IsNaN", 20, input, 1).Elements);
    }

    [Fact]
    public void BoundsOfClipAreAttributesAtFirst() =>
        Assert.Equal("-1 0 2", All("Clip", 6, [Floats(-9, 0, 9)], 1, Attribute("min", -1f), Attribute("max", 2f)).Elements);

    [Fact]
    public void BoundsOfClipAreInputsFromVersion11()
    {
        Assert.Equal("-1 n 9", All("Clip", 13, [Ints(-9, "n", 9), Int(-1)], 1).Elements);
        Assert.Equal("-9 ? 2", All("Clip", 13, [Ints(-9, "n", 9), Hole, Int(2)], 1).Elements);
        Assert.Equal("?", All("Clip", 13, [Ints(9), Tensor(ElementType.Int64)], 1).Elements);
        Assert.Equal("1", All("Clip", 13, [Floats(1.5f), Value(ElementType.Float, [], 2f), Value(ElementType.Float, [], 1f)], 1).Elements);
    }

    [Fact]
    public void AnAxisThatDoesNotExistIsAFault()
    {
        Assert.Contains("has the axis 1, but there are only 1 dims", All("Softmax", 11, [Float(3)], 1).Fault, StringComparison.Ordinal);
        Assert.Null(All("Softmax", 13, [Float(3)], 1).Fault);
        Assert.Null(All("Softmax", 11, [Float(0)], 1).Fault);
    }

    [Fact]
    public void TheMaskOfDropoutIsBoolFromVersion10()
    {
        Assert.Equal(["float32 2×n", "float32 2×n"], All("Dropout", 7, [Float(2, "n")], 2).Texts);
        Assert.Equal(["float32 2×n", "bool 2×n"], All("Dropout", 10, [Float(2, "n")], 2).Texts);
    }

    [Fact]
    public void DropoutKeepsElementsUnlessItTrains()
    {
        Operand ratio = Value(ElementType.Float, [], 0.5f);

        Assert.Equal("1 2", All("Dropout", 13, [Floats(1, 2), ratio], 1).Elements);
        Assert.Equal("1 2", All("Dropout", 13, [Floats(1, 2), ratio, Value(ElementType.Bool, [], false)], 1).Elements);
        Assert.Null(All("Dropout", 13, [Floats(1, 2), ratio, Value(ElementType.Bool, [], true)], 1).Elements);
        Assert.Null(All("Dropout", 13, [Floats(1, 2), ratio, Tensor(ElementType.Bool)], 1).Elements);
        Assert.Null(All("Dropout", 6, [Floats(1, 2)], 1).Elements);
        Assert.Equal("1 2", All("Dropout", 6, [Floats(1, 2)], 1, Attribute("is_test", 1)).Elements);
    }

    [Fact]
    public void IdentityPassesAnythingOn()
    {
        Fact items = Fact.Sequence(new TensorType(ElementType.Float, null), [Float(2).Fact!, Float(3).Fact!]);

        Assert.Equal(items, All("Identity", 16, [Of(items)], 1).Facts[0]);
        Assert.Equal("1 n", All("Identity", 13, [Ints(1, "n")], 1).Elements);
    }
}
