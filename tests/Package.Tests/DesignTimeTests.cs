using System.Text;
using System.Text.Json;

namespace Package.Tests;

/// <summary>What an IDE asks of the build files; nothing is compiled.</summary>
[Collection(PackedConsumers.Name)]
public class DesignTimeTests(PackedConsumers consumers)
{
    [Fact]
    public void AnIdeThatNeverBuiltSeesTheModelWithItsHash()
    {
        string folder = consumers.Workshop.PathOf("App");
        ToolResult result = Tool.Build(
            folder, "msbuild", "App.csproj", "-t:Compile;ModelGenUpToDateCheck", "-p:Configuration=Ide", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true",
            "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:AdditionalFiles,CscCommandLineArgs,UpToDateCheckInput").Succeeded();
        JsonElement items = JsonDocument.Parse(result.Output).RootElement.GetProperty("Items");

        JsonElement model = items.GetProperty("AdditionalFiles").EnumerateArray().Single(item => Identity(item).EndsWith(".onnx", StringComparison.Ordinal));
        string[] settings = Encoding.UTF8.GetString(Convert.FromBase64String(model.GetProperty("ModelGenItem").GetString()!)).Split('\u001F');
        Assert.Contains("shapes=batch=1", settings);
        Assert.Contains("file=models/digits.onnx", settings);
        Assert.Contains("sha256=9f2b3fe0a0d20d6b9b537c954b6e02a2ae83a10534c0c263f60f870b8b93652f", settings);

        string config = Path.Combine(folder, "models", "config.json");
        Assert.Contains(items.GetProperty("AdditionalFiles").EnumerateArray(), item => Identity(item) == config);
        Assert.Contains(items.GetProperty("UpToDateCheckInput").EnumerateArray(), item => Identity(item) == config);
        Assert.Contains(items.GetProperty("CscCommandLineArgs").EnumerateArray(), item => Identity(item).StartsWith("/additionalfile:", StringComparison.Ordinal) && Identity(item).Contains("digits.onnx", StringComparison.Ordinal));
    }

    private static string Identity(JsonElement item) => item.GetProperty("Identity").GetString()!;
}
