using System.Runtime.InteropServices;
using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class DifferenceSumTests
{
    private static readonly Gen<float[]> s_values = Gen.Float[-100, 100].Array[1, 6000];

    [Fact]
    public void EqualValuesHaveNoError() => s_values.Sample(values =>
    {
        ValueDifference result = Compare(values, values);
        Assert.Equal((0.0, 0.0, 0L, 0.0), (result.MaxAbsolute, result.MaxRelative, result.Different, result.MeanRelative));
        Assert.True(result.IsWithin(0));
        Assert.Equal(1, result.Cosine);
    });

    [Fact]
    public void TheErrorsAreThoseOfTheirDefinition() => s_values.Select(Gen.Float[-1, 1].Array[6000]).Sample((values, noise) =>
    {
        float[] other = [.. values.Zip(noise).Select(pair => pair.First + pair.Second)];
        ValueDifference result = Compare(values, other);

        double scale = Math.Sqrt(values.Average(value => (double)value * value));
        double[] absolute = [.. values.Zip(other).Select(pair => Math.Abs((double)pair.First - pair.Second))];
        double[] relative = [.. absolute.Zip(values).Select(pair => pair.First == 0 ? 0 : pair.First / Math.Max(Math.Abs(pair.Second), scale))];
        Assert.Equal(absolute.Max(), result.MaxAbsolute);
        Assert.Equal(absolute.Average(), result.MeanAbsolute, 1e-9);
        Assert.Equal(relative.Max(), result.MaxRelative, 1e-9);
        Assert.Equal(relative.Average(), result.MeanRelative, 1e-9);
        Assert.Equal(absolute.Count(error => error > 0), result.Different);
    });

    [Fact]
    public void ANumberNearZeroIsMeasuredByTheWholeValue()
    {
        ValueDifference result = Compare([1e-12f, 10, -10], [1e-6f, 10, -10]);

        Assert.InRange(result.MaxRelative, 1e-8, 1e-6);
    }

    [Fact]
    public void NotANumberOnBothSidesAgreesAndOnOneSideIsInfinitelyWrong()
    {
        ValueDifference same = Compare([1, float.NaN, float.PositiveInfinity], [1, float.NaN, float.PositiveInfinity]);
        Assert.Equal((0.0, 0L, 2L, 2L), (same.MaxRelative, same.Different, same.NotFiniteInReference, same.NotFinite));

        ValueDifference one = Compare([1, 2, 3], [1, float.NaN, 3]);
        Assert.Equal((double.PositiveInfinity, 1L, 0L, 1L), (one.MaxRelative, one.Different, one.NotFiniteInReference, one.NotFinite));
        Assert.False(one.IsWithin(1e9));
        Assert.Equal(double.PositiveInfinity, Compare([1, float.PositiveInfinity], [1, float.NegativeInfinity]).MaxAbsolute);
    }

    [Fact]
    public void ZerosAgreeWithZerosAndHaveNoDirectionInCommonWithOthers()
    {
        Assert.Equal((1.0, 0.0), (Compare([0, 0], [0, 0]).Cosine, Compare([0, 0], [0, 0]).MaxRelative));
        Assert.Equal((0.0, double.PositiveInfinity), (Compare([0, 0], [0, 1]).Cosine, Compare([0, 0], [0, 1]).MaxRelative));
    }

    [Theory]
    // Two dims: the last one. N×C×H×W: the second one; N×H×W×C: the last one.
    [InlineData(new long[] { 2, 3 }, null, 1, 0.5)]
    [InlineData(new long[] { 1, 2, 1, 3 }, null, 1, 2.0 / 3)]
    [InlineData(new long[] { 1, 3, 1, 2 }, null, 3, 2.0 / 3)]
    [InlineData(new long[] { 1, 3, 1, 2 }, 1, 1, 0.5)]
    [InlineData(new long[] { 1, 6 }, null, 1, 0.0)]
    [InlineData(new long[] { 2, 3 }, 0, 0, 1.0 / 3)]
    [InlineData(new long[] { 2, 3 }, -1, 1, 0.5)]
    public void TheLargestScoreIsSoughtAlongTheAxisOfClasses(long[] dims, int? given, int axis, double agreement)
    {
        float[] expected = [1, 2, 3, 9, 8, 7], other = dims.Length == 4 ? [1, 9, 3, 2, 8, 7] : [1, 2, 3, 8, 9, 7];
        if (dims[0] == 1 && dims.Length == 2)
            other = [1, 9, 3, 8, 2, 7];
        if (given is 0)
            (expected, other) = ([1, 2, 3, 4, 5, 6], [5, 2, 9, 4, 5, 6]);

        ValueDifference result = Compare(expected, other, dims, given);

        Assert.Equal(axis, result.ClassAxis);
        Assert.Equal(agreement, result.TopAgreement!.Value, 1e-9);
    }

    [Fact]
    public void AMaskOfOneNumberAPixelIsNoScores() =>
        Assert.All(new long[][] { [1, 1, 2, 3], [1, 2, 3, 1] }, dims => Assert.Null(Compare([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6], dims).TopAgreement));

    [Fact]
    public void IntegersAreNoScores()
    {
        DifferenceSum sum = new("ids", null);
        sum.AddNumbers(ElementType.Int64, Bytes<long>([1, 2]), ElementType.Int64, Bytes<long>([1, 5]), [1, 2]);

        Assert.Null(sum.Result.TopAgreement);
        Assert.Equal((3.0, 1L), (sum.Result.MaxAbsolute, sum.Result.Different));
    }

    [Fact]
    public void SamplesAddUpAndTheWorstCosineStays()
    {
        DifferenceSum sum = new("y", null);
        sum.AddNumbers(ElementType.Float32, Bytes<float>([1, 0]), ElementType.Float32, Bytes<float>([0, 1]), [1, 2]);
        sum.AddNumbers(ElementType.Float32, Bytes<float>([1, 0]), ElementType.Float32, Bytes<float>([1, 0]), [1, 2]);

        Assert.Equal((4L, 2L, 0.0, 0.5), (sum.Result.Elements, sum.Result.Different, sum.Result.Cosine, sum.Result.TopAgreement!.Value));
    }

    [Fact]
    public void OtherTypesOfFloatsAreCompared()
    {
        DifferenceSum sum = new("y", null);
        sum.AddNumbers(ElementType.Float32, Bytes<float>([1, 2]), ElementType.Float16, Bytes<Half>([(Half)1, (Half)2.5]), [2]);

        Assert.Equal((0.5, 1.0), (sum.Result.MaxAbsolute, sum.Result.TopAgreement!.Value));
    }

    private static ValueDifference Compare(float[] expected, float[] actual, long[]? dims = null, int? axis = null)
    {
        DifferenceSum sum = new("y", axis);
        sum.AddNumbers(ElementType.Float32, Bytes<float>(expected), ElementType.Float32, Bytes<float>(actual), dims ?? [expected.Length]);
        return sum.Result;
    }

    private static byte[] Bytes<T>(ReadOnlySpan<T> values) where T : unmanaged => MemoryMarshal.AsBytes(values).ToArray();
}
