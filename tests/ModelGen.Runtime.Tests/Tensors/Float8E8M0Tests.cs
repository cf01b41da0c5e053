using System.Runtime.CompilerServices;
using CsCheck;

namespace ModelGen.Tests.Tensors;

/// <summary>Against ONNX's Cast-25 (https://onnx.ai/onnx/operators/onnx__Cast.html), saturate = 1, round_mode = up; below zero, which ONNX leaves open, against ONNX Runtime.</summary>
public class Float8E8M0Tests
{
    [Fact]
    public void EveryByteIsAPowerOfTwoOrNaN()
    {
        for (int bits = 0; bits < 255; bits++)
        {
            var value = Float8E8M0.FromBits((byte)bits);
            Assert.Equal(Math.Pow(2, bits - 127), (double)(float)value);
            Assert.Equal(bits, ((Float8E8M0)(float)value).Bits);
            Assert.False(Float8E8M0.IsNaN(value));
        }

        Assert.True(float.IsNaN((float)Float8E8M0.NaN));
        Assert.Equal(0xFF, ((Float8E8M0)float.NaN).Bits);
    }

    [Theory]
    [InlineData(0f, 0x00)]
    [InlineData(float.Epsilon, 0x00)]
    [InlineData(float.PositiveInfinity, 0xFE)]
    [InlineData(float.MaxValue, 0xFE)]
    [InlineData(-1f, 0x00)]
    [InlineData(float.NegativeInfinity, 0x00)]
    [InlineData(1f, 127)]
    [InlineData(1.0000001f, 128)]
    [InlineData(2f, 128)]
    public void SpecialValuesConvertAsTheSpecificationSays(float value, byte bits) => Assert.Equal(bits, ((Float8E8M0)value).Bits);

    [Fact]
    public void PositiveFloatsRoundUpToAPowerOfTwo() =>
        Gen.OneOf(Gen.UInt[1, 0x7E80_0000], Gen.UInt[1, 0x0100_0000]).Select(BitConverter.UInt32BitsToSingle).Sample(
            value =>
            {
                byte expected = 0;
                while (Math.Pow(2, expected - 127) < value)
                    expected++;
                Assert.Equal(expected, ((Float8E8M0)value).Bits);
            },
            iter: 10_000);

    [Fact]
    public void EqualityFollowsFloat()
    {
        Assert.Equal(Float8E8M0.MinValue, (Float8E8M0)(-0f));
        Assert.True((Float8E8M0)2f == Float8E8M0.FromBits(128));
        Assert.True((Float8E8M0)2f != (Float8E8M0)4f);
        Assert.False(Float8E8M0.NaN == Float8E8M0.NaN);
        Assert.True(Float8E8M0.NaN != Float8E8M0.NaN);
        Assert.True(Float8E8M0.NaN.Equals((object)Float8E8M0.NaN));
        Assert.NotEqual(Float8E8M0.MinValue.GetHashCode(), Float8E8M0.MaxValue.GetHashCode());
        Assert.Equal("0.125", Float8E8M0.FromBits(124).ToString());
    }

    [Fact]
    public void EveryEightBitFloatIsOneByte() => Assert.Equal(
        [1, 1, 1, 1, 1],
        [Unsafe.SizeOf<Float8E8M0>(), Unsafe.SizeOf<Float8E4M3FN>(), Unsafe.SizeOf<Float8E4M3FNUZ>(), Unsafe.SizeOf<Float8E5M2>(), Unsafe.SizeOf<Float8E5M2FNUZ>()]);
}
