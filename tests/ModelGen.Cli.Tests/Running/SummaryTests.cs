namespace ModelGen.Cli.Tests;

public class SummaryTests
{
    [Fact]
    public void WhatIsNotANumberIsCountedAndLeftOut() =>
        Assert.Equal(new Summary(-1, 3, 1, 2), Summary.Of(new NpyType('f', 4), NpyFile.Floats(float.NaN, -1, 3, float.NaN)));

    [Theory]
    [InlineData('i', 1, 0xFF, -1)]
    [InlineData('u', 1, 0xFF, 255)]
    [InlineData('i', 2, 0xFF, -1)]
    [InlineData('u', 2, 0xFF, 65535)]
    [InlineData('i', 4, 0xFF, -1)]
    [InlineData('u', 4, 0xFF, 4294967295)]
    [InlineData('i', 8, 0xFF, -1)]
    [InlineData('b', 1, 1, 1)]
    public void EveryTypeIsReadAsItself(char kind, int size, byte fill, double value)
    {
        byte[] data = new byte[2 * size];
        Array.Fill(data, fill);

        Assert.Equal(new Summary(value, value, value, 0), Summary.Of(new NpyType(kind, size), data));
    }

    [Fact]
    public void NothingHasNoRange()
    {
        Summary summary = Summary.Of(new NpyType('f', 8), []);

        Assert.True(double.IsNaN(summary.Min) && double.IsNaN(summary.Max) && double.IsNaN(summary.Mean));
        Assert.Equal(0, summary.NotNumbers);
    }

    [Fact]
    public void Bfloat16IsRoundedToTheNearestAndTiesToEven()
    {
        byte[] narrow = new byte[12];
        Tensors.Narrow(NpyFile.Floats(1f, 1.00390625f, 1.01171875f, float.NaN, float.PositiveInfinity, -2.5f), narrow);

        // 1 + 2^-8 lies half-way to 1 + 2^-7 and goes to the even 1; 1 + 3·2^-8 goes up to 1 + 2^-6.
        Assert.Equal(NpyFile.Floats(1f, 1f, 1.015625f, float.NaN, float.PositiveInfinity, -2.5f), Tensors.Widen(narrow));
    }
}
