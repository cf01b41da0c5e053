using System.CommandLine;

namespace ModelGen.Cli.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("Required command was not provided.")]
    [InlineData("Unrecognized command or argument 'nope'", "nope")]
    [InlineData("Required argument 'MODEL' missing for command: 'inspect'", "inspect")]
    [InlineData("There is no option --nope", "inspect", "--nope")]
    [InlineData("Unrecognized command or argument '--nope'", "inspect", "net.onnx", "--nope")]
    [InlineData("--shape: The fixed shape 'x' has no '='", "inspect", "net.onnx", "--shape", "x")]
    [InlineData("'1y2', which is not a whole number", "inspect", "net.onnx", "--shape", "x=1y2")]
    [InlineData("'-1', which is not a whole number", "inspect", "net.onnx", "--shape", "x=-1x3")]
    [InlineData("takes one number", "inspect", "net.onnx", "--dim", "batch=1x2")]
    [InlineData("takes one number", "inspect", "net.onnx", "--dim", "batch=")]
    [InlineData("contradicts", "inspect", "net.onnx", "--dim", "batch=1", "--dim", "batch=2")]
    [InlineData("Required argument missing for option: '--shape'", "inspect", "net.onnx", "--shape")]
    [InlineData("Option '--out' is required", "run", "net.onnx")]
    [InlineData("is not NAME=FILE.npy", "run", "net.onnx", "--out", "y", "--input", "x")]
    [InlineData("is not NAME=FILE.npy", "run", "net.onnx", "--out", "y", "--input", "x=")]
    [InlineData("'npu' not recognized", "run", "net.onnx", "--out", "y", "--provider", "npu")]
    [InlineData("--seconds takes a number above 0", "bench", "net.onnx", "--seconds", "0")]
    [InlineData("--seconds takes a number above 0", "bench", "net.onnx", "--seconds", "-1")]
    [InlineData("--seconds takes a number above 0", "bench", "net.onnx", "--seconds", "NaN")]
    [InlineData("--seconds takes a number above 0", "bench", "net.onnx", "--seconds=long", "--provider", "npu")]
    public async Task AWrongCommandLineIsExplainedAndEndsWithTwo(string explanation, params string[] arguments)
    {
        CliRun run = await CliRun.Of(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modelgen inspect net.onnx", "--help")]
    [InlineData("modelgen inspect net.onnx --dim batch=1", "inspect", "-h")]
    [InlineData("modelgen run net.onnx --input image=cat.npy", "run", "--help")]
    [InlineData("modelgen bench net.onnx --shape image=8x3x224x224", "bench", "--help")]
    public async Task HelpHasExamplesAndExitCodes(string example, params string[] arguments)
    {
        CliRun run = (await CliRun.Of(arguments)).Fine();

        Assert.All(["Examples:", example, "Exit codes:", "70 ", "130 "], part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheVersionIsThatOfTheTool()
    {
        CliRun run = (await CliRun.Of("--version")).Fine();

        Assert.Equal(ModelGenCommand.Version, run.Output.Trim());
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Output);
    }

    [Fact]
    public async Task AModelWhoseNameBeginsWithAnAtSignIsAModel()
    {
        CliRun run = await CliRun.Of("inspect", "@net.onnx");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'@net.onnx' can't be read", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMistakeOfTheToolItselfSaysSoOnceAndEndsWithSeventy()
    {
        RootCommand command = [];
        command.SetAction((Action<ParseResult>)(_ => throw new InvalidOperationException("some [red]state[/]")));

        CliRun run = await Run(command);

        Assert.Equal((70, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.Trim().Split('\n'));
        Assert.All(
            ["mistake of modelgen", "System.InvalidOperationException: some [red]state[/]", "report"],
            part => Assert.Contains(part, run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStoppedCommandEndsWith130()
    {
        RootCommand command = [];
        command.SetAction((Func<ParseResult, CancellationToken, Task>)((_, _) => throw new OperationCanceledException()));

        CliRun run = await Run(command);

        Assert.Equal((130, "", "Stopped."), (run.ExitCode, run.Output, run.Error.Trim()));
    }

    [Fact]
    public async Task AnOutputThatCannotBeWrittenIsNoMistakeOfTheTool()
    {
        RootCommand command = [];
        command.SetAction((Action<ParseResult>)(_ => throw new IOException("No space left on device")));

        CliRun run = await Run(command);

        Assert.Equal((1, "No space left on device"), (run.ExitCode, run.Error.Trim()));
    }

    private static async Task<CliRun> Run(RootCommand command)
    {
        using StringWriter output = new(), error = new();
        int code = await App.RunAsync(command, [], new Surroundings(output, error), CancellationToken.None);
        return new CliRun(code, output.ToString(), error.ToString());
    }
}
