using System.Text.Json;

namespace ModelGen.Tests;

public class FormatTests
{
    public static TheoryData<string> Files => [.. TestData.Formats.Keys];

    public static TheoryData<string> FilesWithAlpha => [.. TestData.Formats.Where(f => f.Value.TryGetProperty("sha256_rgba", out _)).Select(f => f.Key)];

    [Fact]
    public void EveryFileOfTheFolderIsCovered()
    {
        string[] found = [.. Directory.GetFiles(Path.Combine(TestData.Folder, "formats")).Select(f => Path.GetFileName(f)!).Where(f => f != "truth.json").Order()];
        Assert.Equal(54, found.Length);
        Assert.Equal(found, TestData.Formats.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void PixelsAreThoseOfPillow(string name)
    {
        JsonElement truth = TestData.Formats[name];
        Image image = Image.Load(TestData.Format(name));

        Assert.Equal((truth.GetProperty("size")[0].GetInt32(), truth.GetProperty("size")[1].GetInt32()), (image.Width, image.Height));
        if (truth.TryGetProperty("gray16_high_byte_sha256", out JsonElement highByte))
        {
            Assert.Equal(PixelFormat.Gray8, image.Format);
            Assert.Equal(highByte.GetString(), TestData.Sha256(image.Pixels));
            return;
        }
        byte[] rgb = TestData.Rgb(image);
        double[] mean = [.. Enumerable.Range(0, 3).Select(c => rgb.Where((_, i) => i % 3 == c).Average(b => (double)b))];
        for (int c = 0; c < 3; c++)
            Assert.Equal(truth.GetProperty("mean_rgb")[c].GetDouble(), mean[c], 1e-4);
        Assert.Equal(truth.GetProperty("sha256_rgb_alpha_dropped").GetString(), TestData.Sha256(rgb));
    }

    [Theory]
    [MemberData(nameof(FilesWithAlpha))]
    public void AlphaIsStraightAndColoursBelowItAreKept(string name)
    {
        Image image = Image.Load(TestData.Format(name));

        Assert.Equal(PixelFormat.Rgba32, image.Format);
        Assert.Equal(TestData.Formats[name].GetProperty("sha256_rgba").GetString(), TestData.Sha256(image.Pixels));
    }

    [Theory]
    [InlineData("jpeg-gray.jpg", PixelFormat.Gray8)]
    [InlineData("jpeg-gray-progressive.jpg", PixelFormat.Gray8)]
    [InlineData("png-gray1-interlaced.png", PixelFormat.Gray8)]
    [InlineData("png-gray8.png", PixelFormat.Gray8)]
    [InlineData("png-graya8.png", PixelFormat.Rgba32)]
    [InlineData("png-rgb8.png", PixelFormat.Rgba32)]
    [InlineData("bmp-gray8.bmp", PixelFormat.Rgba32)]
    public void GrayStaysGrayWhereTheCodecGivesIt(string name, PixelFormat format) =>
        Assert.Equal(format, Image.Load(TestData.Format(name)).Format);

    [Fact]
    public void FilesWithoutAlphaAreOpaque()
    {
        Image image = Image.Load(TestData.Format("jpeg-baseline-444.jpg"));
        for (int i = 3; i < image.Pixels.Length; i += 4)
            Assert.Equal(255, image.Pixels[i]);
    }
}
