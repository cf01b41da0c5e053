extern alias runtime;

using System.Text.Json;
using runtime::ModelGen.Engines;
using R = runtime::ModelGen;

namespace ModelGen.Cli.Tests;

public class BuildOutputTests
{
    private static readonly EngineReport s_built = new()
    {
        Provider = R.Provider.TensorRT,
        MaxCalls = 1,
        Outcome = EngineOutcome.Built,
        CacheReason = "no engine for driver 580.95; 3 others for this model",
        CacheKey = "abc123",
        BuildTime = TimeSpan.FromSeconds(39.204),
        LoadTime = TimeSpan.FromSeconds(0.08),
        MaxBatch = 32,
        Precision = R.Precision.Float16,
        Remarks = ["float32 is multiplied with TF32\u001b[31m"],
    };

    [Theory]
    [InlineData(EngineOutcome.Built, "the engine is built and in the cache.", "built in   39.20 s")]
    [InlineData(EngineOutcome.Rebuilt, "could not be used; it is built again and in the cache.", "built in   39.20 s")]
    [InlineData(EngineOutcome.Hit, "the engine was in the cache already.", "built in   an earlier process")]
    [InlineData(EngineOutcome.Uncached, "the engine was built, and is not in the cache.", "built in   39.20 s")]
    public void ThePageSaysHowTheEngineCameAbout(EngineOutcome outcome, string what, string built)
    {
        string page = Page(new BuildReport("nets/net.onnx", s_built with { Outcome = outcome }, "/cache/entries/abc123"));

        Assert.StartsWith("net.onnx on TensorRT: ", page, StringComparison.Ordinal);
        Assert.All([what, built], part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Equal(outcome != EngineOutcome.Uncached, page.Contains("loaded in  0.08 s", StringComparison.Ordinal));
    }

    [Fact]
    public void ThePageHasKeyFolderReasonAndRemarksWithoutControlCharacters()
    {
        string page = Page(new BuildReport("net.onnx", s_built, "/cache/entries/abc123"));

        Assert.All(
            ["key        abc123", "folder     /cache/entries/abc123", "why        no engine for driver 580.95; 3 others for this model", "batches    up to 32", "remark     float32"],
            line => Assert.Contains(line, page, StringComparison.Ordinal));
        Assert.DoesNotContain('\u001b', page);
    }

    [Fact]
    public void TheObjectHasTheSameForScripts()
    {
        using StringWriter output = new();
        BuildOutput.WriteJson(output, new BuildReport("net.onnx", s_built, "/cache/entries/abc123"));
        JsonElement json = JsonDocument.Parse(output.ToString()).RootElement;

        Assert.Equal(
            ["model", "provider", "outcome", "reason", "key", "folder", "build_seconds", "load_seconds", "precision", "max_batch", "remarks"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("built", "abc123", 39.204, 32), (
            json.GetProperty("outcome").GetString(), json.GetProperty("key").GetString(), json.GetProperty("build_seconds").GetDouble(), json.GetProperty("max_batch").GetInt32()));
    }

    [Theory]
    [InlineData(12, 40.0, "building: 0:12 of about 0:40, no engine for driver 580.95")]
    [InlineData(754, null, "building: 12:34, no engine for driver 580.95")]
    public void ProgressHasPhaseElapsedTimeAndEstimate(int seconds, double? estimate, string text) => Assert.Equal(
        text,
        BuildProgress.Text(new R.EngineProgress(
            R.EnginePhase.Building, TimeSpan.FromSeconds(seconds), estimate is { } last ? TimeSpan.FromSeconds(last) : null, "no engine for driver 580.95")));

    private static string Page(BuildReport report)
    {
        using StringWriter output = new();
        BuildOutput.WritePage(output, report);
        return output.ToString();
    }
}
