namespace ModelGen.Cli.Tests;

public class AmountsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("1500", 1500)]
    [InlineData("10GB", 10_000_000_000)]
    [InlineData("1.5kb", 1500)]
    [InlineData("2GiB", 2L << 30)]
    [InlineData("7b", 7)]
    public void ASizeIsReadWithOrWithoutItsUnit(string text, long bytes) => Assert.Equal(bytes, Amounts.Size(text));

    [Theory]
    [InlineData("")]
    [InlineData("GB")]
    [InlineData("-1GB")]
    [InlineData("1e9")]
    [InlineData("NaN")]
    [InlineData("1,000")]
    [InlineData("1PB")]
    [InlineData("9999999999TB")]
    public void WhatIsNoSizeIsNone(string text) => Assert.Null(Amounts.Size(text));

    [Theory]
    [InlineData("30d", 30 * 86_400)]
    [InlineData("1.5H", 5400)]
    [InlineData("0m", 0)]
    [InlineData("90s", 90)]
    public void AnAgeIsReadWithItsUnit(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Amounts.Age(text));

    [Theory]
    [InlineData("30")]
    [InlineData("d")]
    [InlineData("-1d")]
    [InlineData("99999999999d")]
    public void WhatIsNoAgeIsNone(string text) => Assert.Null(Amounts.Age(text));
}
