using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ConstantsTests
{
    [Fact]
    public void ConstantsAreWhatTheirAttributeSays()
    {
        Assert.Equal("int64 2", Op("Constant", 13, [], Attribute("value_ints", 3, 4)));
        Assert.Equal("3 4", All("Constant", 13, [], 1, Attribute("value_ints", 3, 4)).Elements);
        Assert.Equal("0.5", All("Constant", 13, [], 1, Attribute("value_float", 0.5f)).Elements);
        Assert.Equal("string 2", Op("Constant", 13, [], Attribute("value_strings", "a", "b")));
        Assert.Equal("string scalar", Op("Constant", 13, [], Attribute("value_string", "a")));
        Assert.Contains("has no value", All("Constant", 13, [], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void OneValueFillsTheShapeThatTheElementsSay()
    {
        Assert.Equal("float32 2×n×?", Op("ConstantOfShape", 9, [Ints(2, "n", null)]));
        Assert.Equal("0 0 0", All("ConstantOfShape", 9, [Ints(3)], 1).Elements);
        Assert.Equal("float32 scalar", Op("ConstantOfShape", 9, [Ints()]));
        Assert.Equal("7 7", All("ConstantOfShape", 9, [Ints(2)], 1, Of(7)).Elements);
        Assert.Equal("int64 2×n", Op("ConstantOfShape", 20, [Ints(2, "n")], Of(7)));
    }

    [Fact]
    public void UnknownSizesLeaveTheRank()
    {
        Inferred result = All("ConstantOfShape", 9, [Tensor(ElementType.Int64, 2)], 1);

        Assert.Equal("float32 ?×?", result.Texts[0]);
        Assert.Contains("takes sizes from the elements of its input 'i0'", result.Facts[0].Loss!.Why, StringComparison.Ordinal);
        Assert.Equal("float32 of unknown rank", Op("ConstantOfShape", 9, [Tensor(ElementType.Int64, "n")]));
        Assert.Equal("float32 of unknown rank", Op("ConstantOfShape", 9, [Tensor(ElementType.Int64, long.MaxValue)]));
    }

    [Fact]
    public void MoreElementsThanAreFollowedHaveAShapeAllTheSame()
    {
        Inferred result = All("ConstantOfShape", 9, [Ints(long.MaxValue)], 1);

        Assert.Equal("float32 9223372036854775807", result.Texts[0]);
        Assert.Null(result.Elements);
    }

    [Fact]
    public void SizesThatCantBeAreFaults()
    {
        Assert.Contains("a dim of -1", All("ConstantOfShape", 9, [Ints(2, -1)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a vector", All("ConstantOfShape", 9, [Int(2)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("one element in its value", All("ConstantOfShape", 9, [Ints(2)], 1, Of(7, 8)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 5, 2, "0 2 4")]
    [InlineData(10, 4, -2, "10 8 6")]
    [InlineData(3, 3, 1, "")]
    [InlineData(3, 9, -1, "")]
    public void RangesGoFromTheStartToBeforeTheLimit(long start, long limit, long delta, string expected) =>
        Assert.Equal(expected, All("Range", 11, [Int(start), Int(limit), Int(delta)], 1).Elements);

    [Fact]
    public void RangesOfFloatsAddTheirStepAgainAndAgain()
    {
        Inferred result = All("Range", 11, [FloatScalar(0), FloatScalar(1.2f), FloatScalar(0.1f)], 1);

        Assert.Equal("float32 13", result.Texts[0]);
        Assert.Contains(" 0.6000000238418579 0.7000000476837158 ", result.Elements, StringComparison.Ordinal);
    }

    [Fact]
    public void CountingToADimGivesAsMany()
    {
        Assert.Equal("int64 n", Op("Range", 11, [Int(0), Value(ElementType.Int64, [], "n"), Int(1)]));
        Assert.Equal("int64 0", Op("Range", 11, [Value(ElementType.Int64, [], "n"), Value(ElementType.Int64, [], "n"), Int(1)]));
        Assert.Equal("int64 ?", Op("Range", 11, [Int(1), Value(ElementType.Int64, [], "n"), Int(1)]));
        Assert.Equal("int64 ?", Op("Range", 11, [Int(0), Value(ElementType.Int64, [], "n"), Int(2)]));
    }

    [Fact]
    public void RangesSayWhatTheyDoNotKnow() => Assert.Contains(
        "from the elements of its input 'i1'",
        All("Range", 11, [Int(0), Tensor(ElementType.Int64), Int(1)], 1).Facts[0].Loss!.Why,
        StringComparison.Ordinal);

    [Fact]
    public void LongRangesHaveALengthOnlyAndStepsOfNothingAreFaults()
    {
        Assert.Equal("int64 4611686018427387904", Op("Range", 11, [Int(0), Int(1L << 62), Int(1)]));
        Assert.Null(All("Range", 11, [Int(0), Int(1L << 62), Int(1)], 1).Elements);
        Assert.Equal("float32 ?", Op("Range", 11, [FloatScalar(0), FloatScalar(float.PositiveInfinity), FloatScalar(1)]));
        Assert.Contains("in steps of 0", All("Range", 11, [Int(0), Int(3), Int(0)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void EyesHaveOnesOnADiagonal()
    {
        Assert.Equal("0 1 0 0 0 1", All("EyeLike", 9, [Float(2, 3)], 1, Attribute("k", 1)).Elements);
        Assert.Equal("0 0 1 0", All("EyeLike", 9, [Float(2, 2)], 1, Attribute("k", -1)).Elements);
        Assert.Equal("int32 n×3", Op("EyeLike", 9, [Float("n", 3)], Attribute("dtype", (long)ElementType.Int32)));
        Assert.Contains("needs 2 dims", All("EyeLike", 9, [Float(3)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void RandomNumbersHaveTheirOwnShapeOrThatOfTheInput()
    {
        Assert.Equal("float32 2×3", Op("RandomNormal", 1, [], Attribute("shape", 2, 3)));
        Assert.Equal("float64 2", Op("RandomUniform", 22, [], Attribute("shape", [2L]), Attribute("dtype", (long)ElementType.Double)));
        Assert.Equal("float16 n×3", Op("RandomNormalLike", 1, [Tensor(ElementType.Float16, "n", 3)]));
        Assert.Equal("float32 n", Op("RandomUniformLike", 22, [Tensor(ElementType.Int64, "n")], Attribute("dtype", (long)ElementType.Float)));
        Assert.Equal("bool n", Op("Bernoulli", 15, [Float("n")], Attribute("dtype", (long)ElementType.Bool)));
        Assert.Equal("int32 n×7", Op("Multinomial", 7, [Float("n", 3)], Attribute("sample_size", 7)));
        Assert.Contains("has no shape", All("RandomNormal", 1, [], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("a dim of -2", All("RandomNormal", 1, [], 1, Attribute("shape", [-2L])).Fault, StringComparison.Ordinal);
        Assert.Contains("type 1000", All("RandomNormal", 1, [], 1, Attribute("shape", [2L]), Attribute("dtype", 1000)).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BlackmanWindow")]
    [InlineData("HammingWindow")]
    [InlineData("HannWindow")]
    public void WindowsAreAsLongAsTheirInputSays(string op)
    {
        Assert.Equal("float32 10", Op(op, 17, [Int(10)]));
        Assert.Equal("float64 n", Op(op, 17, [Value(ElementType.Int64, [], "n")], Attribute("output_datatype", (long)ElementType.Double)));
        Assert.Equal("float32 ?", Op(op, 17, [Tensor(ElementType.Int64)]));
        Assert.Contains("a dim of -1", All(op, 17, [Int(-1)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void MelWeightsLeadFromHalfASpectrumToTheBins()
    {
        Operand rest = Int(8000);

        Assert.Equal("float32 9×40", Op("MelWeightMatrix", 17, [Int(40), Int(16), rest, rest, rest]));
        Assert.Equal("float32 ?×40", Op("MelWeightMatrix", 17, [Int(40), Tensor(ElementType.Int64), rest, rest, rest]));
    }

    private static Operand FloatScalar(float value) => Value(ElementType.Float, [], value);

    private static AttributeProto Of(params long[] values) => new()
    {
        Name = "value",
        Type = AttributeProto.Types.AttributeType.Tensor,
        T = new TensorProto { DataType = (int)ElementType.Int64, Dims = { values.Length }, Int64Data = { values } },
    };
}
