using System.Security.Cryptography;

namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class ConsoleAppTests(PackedConsumers consumers)
{
    private string Output => consumers.Workshop.PathOf("App", "bin", "Debug", "net10.0");

    private static string ModelHash => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Repository.PathOf("models", "digits", "digits.onnx"))));

    [Fact]
    public void AProgramWithThePackagesOnlyBuildsWithoutAWarning() => consumers.Log.AssertClean(consumers.Workshop.PathOf("App", "App.csproj"));

    [Fact]
    public void ItNamesTheDigitOnThePicture()
    {
        ToolResult run = Tool.DotNet(Output, "App.dll").Succeeded();
        Assert.Equal("Seven", run["label"]);
        Assert.Equal("0.9694", run["probability"]);
        Assert.Equal(ModelHash, run["sha256"]);
    }

    [Fact]
    public void TheModelLiesInTheOutputFolderAndInThePublishedOne()
    {
        string published = consumers.Workshop.PathOf("App published");
        Tool.Build(consumers.Workshop.PathOf("App"), "publish", "--no-build", "-c", "Debug", "-o", published).Succeeded();
        Assert.Equal(ModelHash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Output, "models", "digits.onnx")))));
        Assert.Equal(ModelHash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(published, "models", "digits.onnx")))));
        Assert.Equal("Seven", Tool.DotNet(published, "App.dll").Succeeded()["label"]);
    }

    [Fact]
    public void TheFilesBesideTheModelStayAtHome()
    {
        Assert.Equal(["digits.onnx"], Directory.GetFiles(Path.Combine(Output, "models")).Select(Path.GetFileName));
    }
}
