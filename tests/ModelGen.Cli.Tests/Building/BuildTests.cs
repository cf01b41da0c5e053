using System.Text.Json;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public sealed class BuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Cache => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    // The tests' ONNX Runtime is the one for the CPU, on every machine.
    [Fact]
    public async Task MissingTensorRTIsAnErrorThatNamesEveryProviderTriedAndWhatToDo()
    {
        CliRun run = await CliRun.Of("build", CliRun.Digits, "--dim", "batch=1", "--folder", Cache);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.All(
            ["No engine was built", "digits.onnx", "TensorRT: not taken: this ONNX Runtime was built without it", "CUDA: not taken: this ONNX Runtime was built without it", "Microsoft.ML.OnnxRuntime.Gpu"],
            part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.Empty((await CliRun.Of("cache", "list", "--folder", Cache, "--json")).Fine().Json().GetProperty("engines").EnumerateArray());
    }

    [Fact]
    public async Task CudaThatIsNotThereIsNotReplacedByTheCpu()
    {
        CliRun run = await CliRun.Of("build", CliRun.Digits, "--dim", "batch=1", "--provider", "cuda", "--folder", Cache, "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("CUDA: not taken: this ONNX Runtime was built without it", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("TensorRT: not taken", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnTheCpuNothingIsToBeBuilt()
    {
        CliRun run = (await CliRun.Of("build", CliRun.Digits, "--provider", "cpu", "--folder", Cache)).Fine();
        JsonElement json = (await CliRun.Of("build", CliRun.Digits, "--provider", "cpu", "--folder", Cache, "--json")).Fine().Json();

        Assert.Contains("digits.onnx on CPU: nothing is to be built.", run.Output, StringComparison.Ordinal);
        Assert.Equal(("CPU", "nothing to build"), (json.GetProperty("provider").GetString(), json.GetProperty("outcome").GetString()));
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null), (json.GetProperty("key").ValueKind, json.GetProperty("folder").ValueKind));
        Assert.False(Directory.Exists(Cache));
    }

    [Theory]
    [InlineData("no open dim 'rows'. Open is 'batch'.", "--profile", "rows=1,8,32")]
    [InlineData("no open dim 'batch'. All its dims are fixed", "--profile", "batch=1,8,32", "--dim", "batch=1")]
    public async Task AProfileOfADimThatTheModelDoesNotLeaveOpenIsTheUsersFault(string explanation, params string[] options)
    {
        CliRun run = await CliRun.Of(["build", CliRun.Digits, "--folder", Cache, .. options]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOpenDimThatIsNotTheFirstHasToBeFixed()
    {
        string path = CliRun.Save(_folder, new ModelBuilder().Input("x", 2, "length").Node("Relu", "x", "y").Output("y", 2, "length"));

        CliRun run = await CliRun.Of("build", path, "--folder", Cache);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Dim 1 of input 'x' is open, 'length'", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACacheThatCannotBeUsedIsFoundBeforeTheBuild()
    {
        string file = Path.Combine(_folder.Path, "file");
        File.WriteAllText(file, "");

        CliRun run = await CliRun.Of("build", CliRun.Digits, "--dim", "batch=1", "--folder", file);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(file, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("not taken", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'batch=8' is not DIM=MIN,OPT,MAX", "--profile", "batch=8")]
    [InlineData("'batch=8,1,32' is not DIM=MIN,OPT,MAX with 1 ≤ MIN ≤ OPT ≤ MAX", "--profile", "batch=8,1,32")]
    [InlineData("'batch=0,1,32' is not", "--profile", "batch=0,1,32")]
    [InlineData("'=1,8,32' is not", "--profile", "=1,8,32")]
    [InlineData("'batch' has two ranges", "--profile", "batch=1,8,32", "--profile", "batch=1,1,1")]
    [InlineData("--level takes a whole number from 0 to 5", "--level", "6")]
    [InlineData("--workspace can't be '2PB'", "--workspace", "2PB")]
    [InlineData("--workspace can't be '0'", "--workspace", "0")]
    [InlineData("--device takes a whole number", "--device", "gpu")]
    [InlineData("'openvino' not recognized", "--provider", "openvino")]
    [InlineData("--level is a setting of TensorRT's engines, and cuda has none", "--provider", "cuda", "--level", "3")]
    [InlineData("--precision is a setting of TensorRT's engines, and cpu has none", "--provider", "cpu", "--precision", "fp16")]
    public async Task AWrongCommandLineIsExplained(string explanation, params string[] options)
    {
        CliRun run = await CliRun.Of(["build", "net.onnx", .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("modelgen build --help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StoppingItEndsWithTheExitCodeOfAStop()
    {
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        CliRun run = await CliRun.Until(stop.Token, "build", CliRun.Digits, "--provider", "cpu", "--folder", Cache);

        Assert.Equal((130, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task HelpHasExamples() =>
        Assert.Contains("modelgen build net.onnx --profile batch=1,8,32", (await CliRun.Of("build", "--help")).Fine().Output, StringComparison.Ordinal);
}
