using System.Text.Json;
using System.Text.RegularExpressions;

namespace ModelGen.Tests;

/// <summary>The models and photos of the repository are the ones that their READMEs describe.</summary>
public class ModelFileTests
{
    private static readonly string s_models = Path.Combine(AppContext.BaseDirectory, "models");
    private static readonly string s_photos = Path.Combine(AppContext.BaseDirectory, "photos");

    public static TheoryData<string> Models => [.. Directory.GetFiles(s_models, "*.onnx", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(s_models, f))];

    [Fact]
    public void ReadmeListsEveryModelOnce()
    {
        string[] listed = [.. Regex.Matches(File.ReadAllText(Path.Combine(s_models, "README.md")), @"\*\*File:\*\* `(?<file>[\w-]+\.onnx)`").Select(m => m.Groups["file"].Value).Order()];
        string[] found = [.. Directory.GetFiles(s_models, "*.onnx", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!).Order()];
        Assert.Equal(3, found.Length);
        Assert.Equal(found, listed);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void ModelHasTheBytesThatReadmeAndExpectationsName(string model)
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(s_models, model));
        string line = $"- **File:** `{Path.GetFileName(model)}`, {bytes.Length:N0} bytes, SHA-256 `{TestData.Sha256(bytes)}`";
        Assert.Contains(line, File.ReadAllLines(Path.Combine(s_models, "README.md")));

        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_models, Path.GetDirectoryName(model)!, "expected.json")));
        Assert.Equal(TestData.Sha256(bytes), expected.RootElement.GetProperty("sha256").GetString());
    }

    [Theory]
    [InlineData("chelsea.png", 451, 300)]
    [InlineData("coffee.jpg", 600, 400)]
    [InlineData("rocket.jpg", 640, 427)]
    [InlineData("astronaut.jpg", 512, 512)]
    public void PhotoIsListedAndDecodes(string photo, int width, int height)
    {
        Image image = Image.Load(Path.Combine(s_photos, photo));
        Assert.Equal((width, height, PixelFormat.Rgba32), (image.Width, image.Height, image.Format));
        Assert.Contains($"`{photo}`", File.ReadAllText(Path.Combine(s_photos, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void DigitSamplesShrinkExactly()
    {
        for (int digit = 0; digit < 10; digit++)
        {
            Image image = Image.Load(Path.Combine(s_models, "digits", "samples", $"digit-{digit}.png"));
            Assert.Equal((128, 128, PixelFormat.Gray8), (image.Width, image.Height, image.Format));
            for (int i = 0; i < image.Pixels.Length; i++)
                Assert.Equal(image.Pixels[(i / 128 / 16 * 16 * 128) + (i % 128 / 16 * 16)], image.Pixels[i]);
        }
    }
}
