using CsCheck;

namespace ModelGen.Tests.Tensors;

/// <summary>The signed formats against ONNX's tables (https://onnx.ai/onnx/technical/float8.html) and against brute force over all 256 values.</summary>
public class Float8Tests
{
    public static TheoryData<string> Formats => ["E4M3FN", "E4M3FNUZ", "E5M2", "E5M2FNUZ"];

    [Theory]
    [InlineData("E4M3FN", 0x38, 1f)]
    [InlineData("E4M3FN", 0x7E, 448f)]
    [InlineData("E4M3FN", 0xFE, -448f)]
    [InlineData("E4M3FN", 0x01, 0.001953125f)]
    [InlineData("E4M3FN", 0x08, 0.015625f)]
    [InlineData("E4M3FN", 0x7F, float.NaN)]
    [InlineData("E4M3FN", 0xFF, float.NaN)]
    [InlineData("E4M3FNUZ", 0x40, 1f)]
    [InlineData("E4M3FNUZ", 0x7F, 240f)]
    [InlineData("E4M3FNUZ", 0xFF, -240f)]
    [InlineData("E4M3FNUZ", 0x01, 0.0009765625f)]
    [InlineData("E4M3FNUZ", 0x80, float.NaN)]
    [InlineData("E5M2", 0x3C, 1f)]
    [InlineData("E5M2", 0x7B, 57344f)]
    [InlineData("E5M2", 0x01, 1.52587890625e-5f)]
    [InlineData("E5M2", 0x7C, float.PositiveInfinity)]
    [InlineData("E5M2", 0xFC, float.NegativeInfinity)]
    [InlineData("E5M2", 0x7D, float.NaN)]
    [InlineData("E5M2", 0xFF, float.NaN)]
    [InlineData("E5M2FNUZ", 0x40, 1f)]
    [InlineData("E5M2FNUZ", 0x7F, 57344f)]
    [InlineData("E5M2FNUZ", 0x01, 7.62939453125e-6f)]
    [InlineData("E5M2FNUZ", 0x80, float.NaN)]
    public void BitsHaveTheValueOfTheSpecification(string format, byte bits, float value) => Assert.Equal(value, Decode(format, bits));

    [Theory]
    [InlineData("E4M3FN", float.PositiveInfinity, 0x7E)]
    [InlineData("E4M3FN", float.NegativeInfinity, 0xFE)]
    [InlineData("E4M3FN", 1e9f, 0x7E)]
    [InlineData("E4M3FN", -465f, 0xFE)]
    [InlineData("E4M3FN", -0f, 0x80)]
    [InlineData("E4M3FN", -1e-30f, 0x80)]
    [InlineData("E4M3FNUZ", float.PositiveInfinity, 0x80)]
    [InlineData("E4M3FNUZ", float.NegativeInfinity, 0x80)]
    [InlineData("E4M3FNUZ", 1e9f, 0x7F)]
    [InlineData("E4M3FNUZ", -1e9f, 0xFF)]
    [InlineData("E4M3FNUZ", -0f, 0x00)]
    [InlineData("E4M3FNUZ", -1e-30f, 0x00)]
    [InlineData("E5M2", float.PositiveInfinity, 0x7B)]
    [InlineData("E5M2", float.NegativeInfinity, 0xFB)]
    [InlineData("E5M2", float.MaxValue, 0x7B)]
    [InlineData("E5M2", -0f, 0x80)]
    [InlineData("E5M2FNUZ", float.PositiveInfinity, 0x80)]
    [InlineData("E5M2FNUZ", float.MinValue, 0xFF)]
    [InlineData("E5M2FNUZ", -0f, 0x00)]
    [InlineData("E5M2FNUZ", float.Epsilon, 0x00)]
    public void SpecialValuesConvertAsTheSpecificationSays(string format, float value, byte bits) => Assert.Equal(bits, Encode(format, value));

    [Theory]
    [MemberData(nameof(Formats))]
    public void NotANumberStaysOne(string format)
    {
        Assert.True(float.IsNaN(Decode(format, Encode(format, float.NaN))));
        Assert.True(float.IsNaN(Decode(format, Encode(format, -float.NaN))));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryFiniteValueSurvivesTheRoundTrip(string format)
    {
        for (int bits = 0; bits < 256; bits++)
        {
            float value = Decode(format, (byte)bits);
            if (float.IsFinite(value))
                Assert.Equal(bits, Encode(format, value));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void MagnitudesAscendWithTheirBits(string format)
    {
        for (int bits = 1; bits < 128 && float.IsFinite(Decode(format, (byte)bits)); bits++)
        {
            Assert.True(Decode(format, (byte)bits) > Decode(format, (byte)(bits - 1)));
            Assert.Equal(-Decode(format, (byte)bits), Decode(format, (byte)(bits | 0x80)));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryMidpointAndItsNeighboursRoundToNearestEven(string format)
    {
        float[] magnitudes = Magnitudes(format);
        for (int i = 1; i < magnitudes.Length; i++)
        {
            float middle = (magnitudes[i - 1] + magnitudes[i]) / 2;
            foreach (float value in (float[])[middle, MathF.BitIncrement(middle), MathF.BitDecrement(middle)])
            {
                Assert.Equal(Nearest(magnitudes, value), Decode(format, Encode(format, value)));
                Assert.Equal(-Nearest(magnitudes, value), Decode(format, Encode(format, -value)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryFloatRoundsToTheNearest(string format)
    {
        float[] magnitudes = Magnitudes(format);
        Gen.OneOf(Gen.UInt.Select(BitConverter.UInt32BitsToSingle), Gen.Float[-500, 500], Gen.Float[-0.05f, 0.05f], Gen.Float[-60000, 60000])
            .Where(float.IsFinite)
            .Sample(value => Assert.Equal(Nearest(magnitudes, MathF.Abs(value)), MathF.Abs(Decode(format, Encode(format, value)))), iter: 20_000);
    }

    [Fact]
    public void EqualityFollowsFloat()
    {
        Assert.True(Float8E5M2.FromBits(0x00) == Float8E5M2.FromBits(0x80));
        Assert.Equal(Float8E5M2.FromBits(0x00).GetHashCode(), Float8E5M2.FromBits(0x80).GetHashCode());
        Assert.False(Float8E5M2.FromBits(0x7D) == Float8E5M2.FromBits(0x7D));
        Assert.True(Float8E5M2.FromBits(0x7D) != Float8E5M2.FromBits(0x7E));
        Assert.True(Float8E5M2.FromBits(0x7D).Equals(Float8E5M2.FromBits(0x7E)));
        Assert.Equal(Float8E5M2.FromBits(0x7D).GetHashCode(), Float8E5M2.FromBits(0x7E).GetHashCode());
        Assert.True(((object)Float8E4M3FN.MaxValue).Equals((Float8E4M3FN)448f));
        Assert.False(Float8E4M3FNUZ.NaN == Float8E4M3FNUZ.NaN);
        Assert.True(Float8E5M2FNUZ.MinValue != Float8E5M2FNUZ.MaxValue);
    }

    [Fact]
    public void NamedNumbersAreWhatTheirNamesSay()
    {
        Assert.Equal((448f, -448f, 0.001953125f), ((float)Float8E4M3FN.MaxValue, (float)Float8E4M3FN.MinValue, (float)Float8E4M3FN.Epsilon));
        Assert.Equal((240f, -240f, 0.0009765625f), ((float)Float8E4M3FNUZ.MaxValue, (float)Float8E4M3FNUZ.MinValue, (float)Float8E4M3FNUZ.Epsilon));
        Assert.Equal((57344f, -57344f, 1.52587890625e-5f), ((float)Float8E5M2.MaxValue, (float)Float8E5M2.MinValue, (float)Float8E5M2.Epsilon));
        Assert.Equal((57344f, -57344f, 7.62939453125e-6f), ((float)Float8E5M2FNUZ.MaxValue, (float)Float8E5M2FNUZ.MinValue, (float)Float8E5M2FNUZ.Epsilon));
        Assert.Equal((float.PositiveInfinity, float.NegativeInfinity), ((float)Float8E5M2.PositiveInfinity, (float)Float8E5M2.NegativeInfinity));
        Assert.True(Float8E5M2.IsInfinity(Float8E5M2.NegativeInfinity) && !Float8E5M2.IsInfinity(Float8E5M2.NaN));
    }

    [Fact]
    public void NotANumberIsToldFromItsBits()
    {
        for (int bits = 0; bits < 256; bits++)
        {
            byte b = (byte)bits;
            Assert.Equal(float.IsNaN((float)Float8E4M3FN.FromBits(b)), Float8E4M3FN.IsNaN(Float8E4M3FN.FromBits(b)));
            Assert.Equal(float.IsNaN((float)Float8E4M3FNUZ.FromBits(b)), Float8E4M3FNUZ.IsNaN(Float8E4M3FNUZ.FromBits(b)));
            Assert.Equal(float.IsNaN((float)Float8E5M2.FromBits(b)), Float8E5M2.IsNaN(Float8E5M2.FromBits(b)));
            Assert.Equal(float.IsNaN((float)Float8E5M2FNUZ.FromBits(b)), Float8E5M2FNUZ.IsNaN(Float8E5M2FNUZ.FromBits(b)));
        }
    }

    [Fact]
    public void TextIsTheExactValue()
    {
        Assert.Equal("0.4375", ((Float8E4M3FN)0.44f).ToString());
        Assert.Equal("-240", Float8E4M3FNUZ.MinValue.ToString());
        Assert.Equal("NaN", Float8E5M2FNUZ.NaN.ToString());
        Assert.Equal("57344", Float8E5M2.MaxValue.ToString());
    }

    private static float[] Magnitudes(string format) =>
        [.. Enumerable.Range(0, 128).Select(bits => Decode(format, (byte)bits)).TakeWhile(float.IsFinite)];

    /// <summary>The nearest of all magnitudes; of two the one whose last bit is 0.</summary>
    private static float Nearest(float[] magnitudes, float value)
    {
        // Beyond the range, where a double can no longer tell the distances apart.
        if (value >= magnitudes[^1])
            return magnitudes[^1];
        int best = 0;
        for (int bits = 1; bits < magnitudes.Length; bits++)
        {
            double gain = Math.Abs((double)magnitudes[best] - value) - Math.Abs((double)magnitudes[bits] - value);
            if (gain > 0 || (gain == 0 && bits % 2 == 0))
                best = bits;
        }

        return magnitudes[best];
    }

    private static float Decode(string format, byte bits) => format switch
    {
        "E4M3FN" => (float)Float8E4M3FN.FromBits(bits),
        "E4M3FNUZ" => (float)Float8E4M3FNUZ.FromBits(bits),
        "E5M2" => (float)Float8E5M2.FromBits(bits),
        _ => (float)Float8E5M2FNUZ.FromBits(bits),
    };

    private static byte Encode(string format, float value) => format switch
    {
        "E4M3FN" => ((Float8E4M3FN)value).Bits,
        "E4M3FNUZ" => ((Float8E4M3FNUZ)value).Bits,
        "E5M2" => ((Float8E5M2)value).Bits,
        _ => ((Float8E5M2FNUZ)value).Bits,
    };
}
