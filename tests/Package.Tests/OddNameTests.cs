namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class OddNameTests(PackedConsumers consumers)
{
    private string Output => consumers.Workshop.PathOf(OddNames.Folder, "bin", "Debug", "net10.0");

    [Fact]
    public void NamesAndMetadataReachTheGeneratedClassesAsWritten()
    {
        consumers.Log.AssertClean(consumers.Workshop.PathOf(OddNames.Folder, "Odd names.csproj"));
        ToolResult run = Tool.DotNet(Output, "Odd names.dll").Succeeded();
        Assert.Equal("nets/model.onnx: 1 0 2 0", run["model"]);
        Assert.Equal("nets/über modèle #2's.onnx: 1 0 2 0", run["second"]);
        Assert.Equal("zero|one|two|three|four|five|six|C#|it's|100 %", run["labels"]);
        // Weights in a file of their own travel with their model.
        Assert.Equal("nets/split.onnx: 2 1 5 2", run["split"]);
        // From outside the project: models/, unless a Link says where, and as a wildcard found it.
        Assert.Equal("models/outside.onnx: 1 0 2 0", run["outside"]);
        Assert.Equal("nets/re named.onnx: 1 0 2 0", run["linked"]);
        Assert.Equal("models/zoo/deep/nested.onnx: 1 0 2 0", run["nested"]);
    }

    [Fact]
    public void NothingElseTravels() => Assert.Equal(
        [
            "models/outside.onnx", "models/zoo/deep/nested.onnx", "named/digits.onnx", "nets/model.onnx", "nets/re named.onnx",
            "nets/split.onnx", "nets/split.onnx.data", "nets/über modèle #2's.onnx",
        ],
        new[] { "models", "named", "nets" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Output, folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Output, file).Replace('\\', '/')).Order(StringComparer.Ordinal));
}
