using System.Runtime.InteropServices;
using System.Text.Json;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public class PreprocessTests
{
    private static readonly string s_chelsea = Preparing.Picture("chelsea.png");

    // Odd, but whole enough for the decoder: what it makes of them is its own tests' matter.
    private static readonly string[] s_decodable = ["bad-early-eoi.jpg", "bomb-idat-ratio.png", "palette-index-range.png"];

    public static TheoryData<string> BadFiles =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Data", "Bad")).Select(path => Path.GetFileName(path)!).Where(name => !name.EndsWith(".json", StringComparison.Ordinal)).Except(s_decodable)];

    [Fact]
    public async Task ThePageSaysTheStepsTheTensorAndItsNumbersByChannel()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "new", "cat.npy");

        CliRun run = (await CliRun.Of("preprocess", s_chelsea, "--config", "torchvision:resnet50", "--out", file)).Fine();

        Assert.StartsWith(
            "RGB; shorter side to 232 (Pillow bilinear); centre 224×224; × 1/255; − mean (0.485, 0.456, 0.406) ÷ deviation (0.229, 0.224, 0.225).", run.Output, StringComparison.Ordinal);
        Assert.All(new[] { "red", "green", "blue", "all" }, name => Assert.Contains($"{name} ", run.Output, StringComparison.Ordinal));
        Assert.Contains($"float32 1×3×224×224 in {file}", run.Output, StringComparison.Ordinal);
        Assert.Equal([1, 3, 224, 224], Preparing.Load(file).Shape);
    }

    [Fact]
    public async Task TheJsonHasTheStatisticsOfTheFile()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "cat.npy");

        JsonElement json = (await CliRun.Of("preprocess", s_chelsea, "--config", "resize=8x6;filter=box;rescale=1/255;channels=bgr", "--out", file, "--json")).Fine().Json();

        float[] values = MemoryMarshal.Cast<byte, float>(Preparing.Load(file).Data).ToArray();
        Assert.Equal([1, 3, 6, 8], json.GetProperty("shape").EnumerateArray().Select(dim => dim.GetInt32()));
        Assert.Equal(("float32", "BGR; scaled to 8×6 (Pillow box); × 1/255"), (json.GetProperty("type").GetString(), json.GetProperty("steps").GetString()));
        Assert.Equal((values.Min(), values.Max()), ((float)json.GetProperty("min").GetDouble(), (float)json.GetProperty("max").GetDouble()));
        JsonElement[] channels = [.. json.GetProperty("channels").EnumerateArray()];
        Assert.Equal(["blue", "green", "red"], channels.Select(channel => channel.GetProperty("name").GetString()));
        Assert.Equal(values.Skip(48).Take(48).Average(), channels[1].GetProperty("mean").GetDouble(), 1e-6);
    }

    [Fact]
    public async Task AModelSettlesSizeLayoutAndElements()
    {
        using TemporaryFolder folder = new();
        string model = CliRun.Save(folder, new ModelBuilder()
            .Input("image", GraphBuilder.Tensor(ElementType.UInt8, "batch", 10, 20, 3)).Node("Identity", "image", "y").Output("y", GraphBuilder.Tensor(ElementType.UInt8, "batch", 10, 20, 3)));
        string file = Path.Combine(folder.Path, "cat.npy");

        (await CliRun.Of("preprocess", s_chelsea, "--config", "resize=input;filter=bilinear", "--model", model, "--out", file)).Fine();

        NpyArray tensor = Preparing.Load(file);
        Assert.Equal((new NpyType('u', 1), "1×10×20×3"), (tensor.Type, Tensors.Shape(tensor.Shape)));
        Assert.Contains(tensor.Data, level => level > 100);
    }

    [Fact]
    public async Task AGrayConfigurationNeedsNoModelToBeOfOneChannel()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "gray.npy");

        (await CliRun.Of("preprocess", Preparing.Picture("camera96x80.png"), "--config", "channels=gray;resize=8x8;filter=box;rescale=1/255", "--out", file)).Fine();

        Assert.Equal([1, 1, 8, 8], Preparing.Load(file).Shape);
    }

    [Fact]
    public async Task ABackgroundShinesThroughTransparentPixels()
    {
        using TemporaryFolder folder = new();
        string over = Path.Combine(folder.Path, "over.npy"), without = Path.Combine(folder.Path, "without.npy");

        (await CliRun.Of("preprocess", Preparing.Picture("rgba56x40.png"), "--config", "background=255,255,255;resize=8x8;filter=box", "--out", over)).Fine();
        (await CliRun.Of("preprocess", Preparing.Picture("rgba56x40.png"), "--config", "resize=8x8;filter=box", "--out", without)).Fine();

        Assert.NotEqual(Preparing.Load(over).Data, Preparing.Load(without).Data);
    }

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task ABadPictureIsNamedAndNothingIsWritten(string name)
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("preprocess", Path.Combine(AppContext.BaseDirectory, "Data", "Bad", name), "--config", "imagenet", "--out", Path.Combine(folder.Path, "bad.npy"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(name, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Theory]
    [InlineData("none", "prepares nothing")]
    [InlineData("nowhere.json", "The configuration 'nowhere.json' can't be read")]
    [InlineData("torchvision:resnet5", "Did you mean 'resnet")]
    [InlineData("resize=256;filter=bicubik", "Did you mean 'bicubic'?")]
    [InlineData("yolo", "resizes to the model's own size, which nothing here says")]
    [InlineData("crop=224;mean=1,2", "2 numbers in mean")]
    [InlineData("rescale=1/255;quant=0.5,3", "not int8 or uint8")]
    public async Task AConfigurationAtFaultIsExplained(string config, string explanation)
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("preprocess", s_chelsea, "--config", config, "--out", Path.Combine(folder.Path, "cat.npy"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task APictureOfAnotherSizeThanStepsWithoutResizeWantIsRefused()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("preprocess", s_chelsea, "--config", "rescale=1/255", "--height", "8", "--width", "8", "--out", Path.Combine(folder.Path, "cat.npy"));

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("451×300", run.Error, StringComparison.Ordinal);
        Assert.Contains("8×8", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelThatTakesNoPictureIsNamedWithItsInputs()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("preprocess", s_chelsea, "--config", "imagenet", "--model", CliRun.Save(folder, ModelBuilder.Relu(2, 3)), "--out", Path.Combine(folder.Path, "cat.npy"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("takes no picture", run.Error, StringComparison.Ordinal);
        Assert.Contains("'x'", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--height", "8")]
    [InlineData("--height", "0", "--width", "8")]
    [InlineData("--height", "x", "--width", "8")]
    public async Task SidesOnTheCommandLineAreChecked(params string[] sides)
    {
        CliRun run = await CliRun.Of(["preprocess", s_chelsea, "--config", "imagenet", "--out", "never.npy", .. sides]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--height", run.Error, StringComparison.Ordinal);
    }
}
