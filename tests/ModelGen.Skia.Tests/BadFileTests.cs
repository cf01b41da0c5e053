namespace ModelGen.Tests;

public class BadFileTests
{
    // What a lenient reading of the specifications gives, and what Pillow gives; bad.json accepts it.
    private static readonly string[] s_decodable = ["bad-early-eoi.jpg", "bomb-idat-ratio.png", "palette-index-range.png"];

    public static TheoryData<string> Undecodable => [.. TestData.Bad.Keys.Except(s_decodable)];

    public static TheoryData<string> All => [.. TestData.Bad.Keys];

    [Fact]
    public void EveryFileOfTheFolderIsCovered()
    {
        string[] found = [.. Directory.GetFiles(Path.Combine(TestData.Folder, "bad")).Select(f => Path.GetFileName(f)!).Where(f => f != "bad.json").Order()];
        Assert.Equal(27, found.Length);
        Assert.Equal(found, TestData.Bad.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Undecodable))]
    public void BadFileIsRefusedByNameWithWhatWasExpected(string name)
    {
        var e = Assert.Throws<ImageDecodeException>(() => Image.Load(TestData.BadFile(name)));

        Assert.Contains($"({name})", e.Message, StringComparison.Ordinal);
        Assert.Contains(": expected ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', e.Message);
    }

    [Theory]
    [MemberData(nameof(Undecodable))]
    public void TryLoadSaysTheSameAndThrowsNothing(string name)
    {
        Assert.False(Image.TryLoad(TestData.BadFile(name), out Image? image, out string? problem));
        Assert.Null(image);
        Assert.Contains($"({name})", problem, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void BadFileTakesLittleMemory(string name)
    {
        Image.TryLoad(TestData.BadFile(name), out _, out _);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Image.TryLoad(TestData.BadFile(name), out _, out _);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 512 * 1024);
    }

    [Theory]
    [InlineData("bomb-60000x60000.png", "60000×60000 = 3,600,000,000 pixels")]
    [InlineData("empty.png", "no bytes at all")]
    [InlineData("text.png", "begins with")]
    [InlineData("truncated.jpg", "61×45")]
    [InlineData("zero-width.png", "Header")]
    public void MessageSaysWhatCame(string name, string part) =>
        Assert.Contains(part, Assert.Throws<ImageDecodeException>(() => Image.Load(TestData.BadFile(name))).Message, StringComparison.Ordinal);

    [Fact]
    public void SurplusOfAnIdatIsIgnored()
    {
        Image image = Image.Load(TestData.BadFile("bomb-idat-ratio.png"));
        Assert.Equal((8, 8), (image.Width, image.Height));
        Assert.All(TestData.Rgb(image), b => Assert.Equal(0, b));
    }

    [Fact]
    public void IndicesBeyondThePaletteAreBlack()
    {
        Image image = Image.Load(TestData.BadFile("palette-index-range.png"));
        var colours = new HashSet<(byte, byte, byte, byte)>();
        for (int i = 0; i < image.Pixels.Length; i += 4)
            colours.Add((image.Pixels[i], image.Pixels[i + 1], image.Pixels[i + 2], image.Pixels[i + 3]));
        Assert.Contains(((byte)0, (byte)0, (byte)0, (byte)255), (IEnumerable<(byte, byte, byte, byte)>)colours);
        Assert.InRange(colours.Count, 1, 4);
    }
}
