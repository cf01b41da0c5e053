using System.Text.Json;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public class ProfileTests
{
    [Fact]
    public async Task TheObjectHasNodesOperatorsProvidersAndPhases()
    {
        JsonElement json = (await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=2", "--runs", "3", "--json")).Fine().Json();

        Assert.Equal(
            ["model", "provider", "runs", "mean_run_ms", "phases", "nodes", "operators", "providers", "unreadable_events"],
            json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(3, json.GetProperty("runs").GetInt32());
        JsonElement softmax = Assert.Single(json.GetProperty("nodes").EnumerateArray(), node => node.GetProperty("operator").GetString() == "Softmax");
        Assert.Equal((3, "float 2×10"), (softmax.GetProperty("calls").GetInt32(), softmax.GetProperty("outputs")[0].GetString()));
        Assert.Equal("CPUExecutionProvider", Assert.Single(json.GetProperty("providers").EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains(json.GetProperty("operators").EnumerateArray(), op => op.GetProperty("name").GetString() == "Conv" && op.GetProperty("nodes").GetInt32() == 2);
    }

    [Theory]
    [InlineData("node", "Softmax", "1×10")]
    [InlineData("operator", "Conv", "nodes")]
    [InlineData("provider", "CPU", "100.0 %")]
    public async Task ThePageHasARowForEachOfWhatIsAskedFor(string by, string row, string cell)
    {
        CliRun run = (await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=1", "--runs", "2", "--by", by)).Fine();

        Assert.All([row, cell, "ms a run", "session_initialization"], part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task RowsBeyondTheTopAreCounted()
    {
        CliRun run = (await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=1", "--runs", "1", "--by", "operator", "--top", "1")).Fine();

        Assert.Matches(@"\d more; --top shows them", run.Output);
    }

    [Fact]
    public async Task TheTraceIsAFileThatPerfettoReads()
    {
        using TemporaryFolder folder = new();
        string file = Path.Combine(folder.Path, "trace.json");

        (await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=1", "--runs", "2", "--trace", file)).Fine();

        using JsonDocument trace = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Contains(trace.RootElement.GetProperty("traceEvents").EnumerateArray(), e => e.GetProperty("name").GetString() == "run 2");
    }

    [Fact]
    public async Task ATraceThatCannotBeWrittenIsNamed()
    {
        CliRun run = await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=1", "--runs", "1", "--trace", Path.Combine("no", "such", "folder.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("--trace", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelOfFixedShapesAndTextRuns()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("x", GraphBuilder.Tensor(ElementType.String, "n")).Node("Identity", "x", "y").Output("y", GraphBuilder.Tensor(ElementType.String, "n")));

        CliRun run = (await CliRun.Of("profile", path, "--shape", "x=3", "--runs", "1")).Fine();

        Assert.Contains("Identity", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderThatIsNotThereIsNotReplacedByTheCpu()
    {
        CliRun run = await CliRun.Of("profile", CliRun.Digits, "--dim", "batch=1", "--provider", "cuda");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("CUDA", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--runs takes a whole number from 1", "--runs", "0")]
    [InlineData("--top takes a whole number", "--top", "x")]
    [InlineData("'fast' not recognized", "--precision", "fast")]
    [InlineData("'gpu' not recognized", "--by", "gpu")]
    public async Task AWrongOptionIsExplained(string explanation, params string[] options)
    {
        CliRun run = await CliRun.Of(["profile", "net.onnx", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }
}
