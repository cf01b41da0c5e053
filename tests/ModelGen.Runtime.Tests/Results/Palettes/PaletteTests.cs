namespace ModelGen.Tests.Results;

public class PaletteTests
{
    [Fact]
    public void CityscapesHasThePublishedColours()
    {
        Assert.Equal(19, Palette.Cityscapes.Count);
        Assert.Equal(new Rgb(128, 64, 128), Palette.Cityscapes[0]);
        Assert.Equal(new Rgb(0, 0, 142), Palette.Cityscapes[13]);
        Assert.Equal(new Rgb(119, 11, 32), Palette.Cityscapes[18]);
        Assert.Equal(new Rgb(0, 0, 0), Palette.Cityscapes[255]);
    }

    // The list of the data set's documentation.
    [Theory]
    [InlineData(0, "#000000")]
    [InlineData(1, "#800000")]
    [InlineData(2, "#008000")]
    [InlineData(3, "#808000")]
    [InlineData(7, "#808080")]
    [InlineData(8, "#400000")]
    [InlineData(15, "#c08080")]
    [InlineData(20, "#004080")]
    [InlineData(255, "#e0e0c0")]
    public void PascalVocHasThePublishedColours(int label, string color) => Assert.Equal(color, Palette.PascalVoc[label].ToString());

    [Fact]
    public void SpreadColoursCanBeToldApart()
    {
        Rgb[] colors = [.. Palette.Spread(256)];
        Assert.Equal(256, colors.Distinct().Count());
        for (int i = 0; i < 32; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.True(Distance(colors[i], colors[j]) >= 50, $"{i} {colors[i]} and {j} {colors[j]}");
        }
        Assert.Equal(colors[..20], Palette.Spread(20));
    }

    [Fact]
    public void BytesTextsAndColoursMakeEqualPalettes()
    {
        var palette = new Palette(new Rgb(1, 2, 255), new Rgb(0, 0, 0));
        Palette fromBytes = Palette.FromBytes([1, 2, 255, 0, 0, 0]), fromHex = Palette.FromHex("#0102ff", "000000");
        Assert.Equal(palette, fromBytes);
        Assert.Equal(palette, fromHex);
        Assert.Equal(palette.GetHashCode(), fromHex.GetHashCode());
        Assert.NotEqual(palette, new Palette(new Rgb(1, 2, 255)));
        Assert.NotEqual(palette, new Palette(new Rgb(1, 2, 254), new Rgb(0, 0, 0)));
    }

    [Fact]
    public void WrongColoursAreNamed()
    {
        Assert.Equal("\"#12345\" is no colour: expected six hexadecimal digits, as #804080.", Assert.Throws<FormatException>(() => Palette.FromHex("#12345")).Message);
        Assert.Throws<FormatException>(() => Rgb.Parse("+12345"));
        Assert.StartsWith("Expected three bytes a colour, got 4 bytes.", Assert.Throws<ArgumentException>(() => Palette.FromBytes([1, 2, 3, 4])).Message, StringComparison.Ordinal);
        Assert.StartsWith("Expected 1 to 256 colours, got 257.", Assert.Throws<ArgumentException>(() => new Palette(new Rgb[257])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Palette.Spread(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Palette.Cityscapes[256]);
    }

    private static double Distance(Rgb left, Rgb right) =>
        Math.Sqrt(Math.Pow(left.Red - right.Red, 2) + Math.Pow(left.Green - right.Green, 2) + Math.Pow(left.Blue - right.Blue, 2));
}
