namespace SampleApp.Tests;

public class CommandLineTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task HelpListsEveryOptionTheExitCodesAndExamples(string option)
    {
        SampleRun run = await Sample.Run(option);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        string[] parts = ["<path>", "--top <N>", "[default: 3]", "--csv <FILE>", "--json <FILE>", "--help", "--version", "Examples:", "sample-app photos --csv results.csv", "Exit codes:", "130"];
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no option --nope", "--nope")]
    [InlineData("There is no option -x", "photos", "-x")]
    [InlineData("--top takes a number from 1 to 1000", "--top", "0")]
    [InlineData("--top takes a number from 1 to 1000", "--top", "1001")]
    [InlineData("--top takes a number from 1 to 1000", "--top", "-1")]
    [InlineData("--top takes a number from 1 to 1000", "--top=many")]
    [InlineData("Required argument missing for option: '--top'", "--top")]
    [InlineData("Required argument missing for option: '--csv'", "--csv")]
    [InlineData("Only one of --csv and --json can go to standard output", "--csv", "-", "--json", "-")]
    public async Task AWrongCommandLineIsExplainedAndEndsWithTwo(string explanation, params string[] arguments)
    {
        SampleRun run = await Sample.Run(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--csv")]
    [InlineData("--json")]
    public async Task AFileThatCannotBeWrittenIsKnownBeforeTheWork(string option)
    {
        using TemporaryFolder folder = new();

        SampleRun run = await Sample.Run(option, folder.File(Path.Combine("no such folder", "results")));

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Can't write the results: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("no such folder", run.Error, StringComparison.Ordinal);
    }
}
