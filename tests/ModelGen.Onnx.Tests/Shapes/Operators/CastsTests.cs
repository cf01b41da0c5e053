using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class CastsTests
{
    [Fact]
    public void TheTypeIsANameInVersion1AndANumberAfterwards()
    {
        Assert.Equal("int64 2×n", Op("Cast", 1, [Float(2, "n")], Attribute("to", "INT64")));
        Assert.Equal("int32 2×n", Op("Cast", 13, [Float(2, "n")], Attribute("to", (long)ElementType.Int32)));
        Assert.Equal("float64 3", Op("CastLike", 15, [Float(3), Tensor(ElementType.Double)]));
    }

    [Fact]
    public void ATypeThatOnnxDoesNotHaveIsAFault()
    {
        Assert.Contains("type 99", All("Cast", 13, [Float(1)], 1, Attribute("to", 99)).Fault, StringComparison.Ordinal);
        Assert.Contains("'INT65'", All("Cast", 1, [Float(1)], 1, Attribute("to", "INT65")).Fault, StringComparison.Ordinal);
        Assert.Contains("has no type to cast to", All("Cast", 13, [Float(1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void FloatsAreCutTowardsZeroAndUnknownBeyondTheInteger() => Assert.Equal(
        "-1 0 2 ? ?",
        All("Cast", 13, [Floats(-1.9f, -0.5f, 2.7f, float.NaN, 3e9f)], 1, Attribute("to", (long)ElementType.Int32)).Elements);

    [Fact]
    public void IntegersWrapAround()
    {
        Assert.Equal("-1 1 n", All("Cast", 13, [Ints(long.MaxValue, 4294967297, "n")], 1, Attribute("to", (long)ElementType.Int32)).Elements);
        Assert.Equal("44 255", All("Cast", 13, [Ints(300, -1)], 1, Attribute("to", (long)ElementType.UInt8)).Elements);
    }

    [Fact]
    public void IntegersAreRoundedToFloats()
    {
        Assert.Equal("16777216", All("Cast", 13, [Ints(16777217)], 1, Attribute("to", (long)ElementType.Float)).Elements);
        Assert.Equal("2048", All("Cast", 13, [Ints(2049)], 1, Attribute("to", (long)ElementType.Float16)).Elements);
        Assert.Equal("16777217 ?", All("Cast", 13, [Ints(16777217, "n")], 1, Attribute("to", (long)ElementType.Double)).Elements);
    }

    [Fact]
    public void WhatIsNotZeroIsTrue()
    {
        Assert.Equal("1 0 ?", All("Cast", 13, [Ints(-3, 0, "n")], 1, Attribute("to", (long)ElementType.Bool)).Elements);
        Assert.Equal("1 0 1", All("Cast", 13, [Floats(0.1f, 0, float.NaN)], 1, Attribute("to", (long)ElementType.Bool)).Elements);
        Assert.Equal("1 0", All("Cast", 13, [Value(ElementType.Bool, [2], true, false)], 1, Attribute("to", (long)ElementType.Float)).Elements);
    }

    [Fact]
    public void ElementsOfTypesThatAreNotFollowedAreUnknown() =>
        Assert.Equal("?", All("Cast", 19, [Floats(1)], 1, Attribute("to", (long)ElementType.Float8E5M2)).Elements);

    [Fact]
    public void TheSameBitsNeedTheSameNumberOfThem()
    {
        Assert.Equal("4294967295", All("BitCast", 26, [Value(ElementType.Int32, [1], -1)], 1, Attribute("to", (long)ElementType.UInt32)).Elements);
        Assert.Equal("int32 2", Op("BitCast", 26, [Float(2)], Attribute("to", (long)ElementType.Int32)));
        Assert.Contains("another number of them", All("BitCast", 26, [Float(2)], 1, Attribute("to", (long)ElementType.Int64)).Fault, StringComparison.Ordinal);
    }
}
