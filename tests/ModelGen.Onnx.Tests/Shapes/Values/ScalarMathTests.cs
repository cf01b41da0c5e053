using System.Numerics;
using CsCheck;

namespace ModelGen.Onnx.Tests.Values;

public class ScalarMathTests
{
    private static readonly Gen<long> s_integer = Gen.OneOf(Gen.Long, Gen.Long[-9, 9], Gen.OneOf<long>(long.MinValue, long.MaxValue, int.MinValue, 1L << 31, 1L << 32));

    [Fact]
    public void SumsDifferencesAndProductsAreExactOrUnknown() => Gen.Select(s_integer, s_integer).Sample((x, y) =>
    {
        Scalar a = Scalar.Int(x), b = Scalar.Int(y);

        Assert.Equal(Held(new BigInteger(x) + y), ScalarMath.Plus(a, b));
        Assert.Equal(Held(new BigInteger(x) - y), ScalarMath.Minus(a, b));
        Assert.Equal(Held(new BigInteger(x) * y), ScalarMath.Times(a, b));
    });

    [Fact]
    public void QuotientsAndRemaindersBelongTogether() => Gen.Select(s_integer, s_integer).Where((_, y) => y != 0).Sample((x, y) =>
    {
        Scalar a = Scalar.Int(x), b = Scalar.Int(y);
        var quotient = BigInteger.DivRem(x, y, out BigInteger rest);

        Assert.Equal(Held(quotient), ScalarMath.Over(a, b));
        Assert.Equal(Held(rest), ScalarMath.Remainder(a, b));
        Assert.Equal(Held(rest.IsZero || rest.Sign == Math.Sign(y) ? rest : rest + y), ScalarMath.Modulo(a, b));
    });

    [Fact]
    public void WhatHoldsOfAnUnknownSizeHoldsOfEverySize() => Gen.Select(Gen.Long[0, 5], Gen.Long[-3, 5], Gen.Bool).Sample((size, other, isLeft) =>
    {
        Scalar dim = Scalar.Of(Dim.Named("n")), known = Scalar.Int(size), number = Scalar.Int(other);
        Func<Scalar, Scalar, Scalar>[] functions =
        [
            ScalarMath.Plus, ScalarMath.Minus, ScalarMath.Times, ScalarMath.Over, ScalarMath.Modulo, ScalarMath.Remainder, ScalarMath.Power,
            ScalarMath.Max, ScalarMath.Min, ScalarMath.Equal, ScalarMath.Less, ScalarMath.LessOrEqual,
        ];
        Assert.All(functions, function =>
        {
            Scalar symbolic = isLeft ? function(dim, number) : function(number, dim), concrete = isLeft ? function(known, number) : function(number, known);
            if (symbolic.Symbol is not null)
                Assert.Equal(known, concrete);
            else if (symbolic.IsKnown && concrete.IsKnown)
                Assert.Equal(concrete, symbolic);
            Scalar twice = function(dim, dim), both = function(known, known);
            if (twice.Symbol is not null)
                Assert.Equal(known, both);
            else if (twice.IsKnown && both.IsKnown)
                Assert.Equal(both, twice);
        });
    });

    [Fact]
    public void OneThatIsNotANumberIsNeitherSmallerNorEqual()
    {
        Scalar nan = Scalar.Float(double.NaN), one = Scalar.Float(1);

        Assert.Equal(Scalar.Bool(false), ScalarMath.Equal(nan, nan));
        Assert.Equal(Scalar.Bool(false), ScalarMath.Less(nan, one));
        Assert.Equal(Scalar.Bool(false), ScalarMath.LessOrEqual(one, nan));
    }

    [Theory]
    [InlineData(-1, ElementType.UInt8, "255")]
    [InlineData(200, ElementType.Int8, "-56")]
    [InlineData(-1, ElementType.UInt32, "4294967295")]
    [InlineData(-1, ElementType.UInt64, "?")]
    [InlineData(long.MaxValue, ElementType.Int32, "-1")]
    [InlineData(5, ElementType.Float, "?")]
    public void IntegersWrapToTheBitsOfTheirType(long value, ElementType element, string expected) =>
        Assert.Equal(expected, IntegerBits.Wrap(value, element).ToString());

    private static Scalar Held(BigInteger value) => value >= long.MinValue && value <= long.MaxValue ? Scalar.Int((long)value) : Scalar.Unknown;
}
