using ModelGen.Onnx;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public class InspectPageTests
{
    [Fact]
    public async Task ThePageShowsTheSignatureTheOperatorsAndTheLinesThatFixWhatIsOpen()
    {
        CliRun run = (await CliRun.Of("inspect", CliRun.Digits)).Fine();

        string[] parts =
        [
            "digits.onnx · 86.5 KiB · opset 17 · from pytorch", "IR 8", "image", "float32", "batch×1×8×8", "1 open", "operators (10 nodes)", "Conv", "█",
            "21,546", "84.2 KiB of weights", "batch (image[0], probabilities[0])", $"modelgen inspect {CliRun.Digits} --dim batch=1", "ModelGenShapes=\"batch=1\" />",
        ];
        Assert.All(parts, part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task APageInAFileHasNoColoursAndNoLineOfLayoutOverItsWidth()
    {
        CliRun run = (await CliRun.Of("inspect", CliRun.Selfie)).Fine();

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.All(run.Output.Split('\n').Where(line => line.Contains('─', StringComparison.Ordinal)), line => Assert.InRange(line.TrimEnd().Length, 1, 120));
    }

    [Fact]
    public async Task FixedDimsGiveAnEstimateOfMemoryAndTheLineForAProject()
    {
        CliRun run = (await CliRun.Of("inspect", CliRun.Digits, "--dim", "batch=2")).Fine();

        Assert.Contains("Memory      about", run.Output, StringComparison.Ordinal);
        Assert.Contains("ModelGenShapes=\"batch=2\" />", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("open", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NamesAreShownAsTheyAreWhateverMarkupTheyHold()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("[red]x[/]", "[b]", 2).Node("Relu", "[red]x[/]", "a[[b]]\u001b[31m\u202E").Node("[bold].Odd[/]", "a[[b]]\u001b[31m\u202E", "]").Output("]", 1));

        CliRun run = (await CliRun.Of("inspect", path)).Fine();

        Assert.All(["[red]x[/]", "[b]×2", "[bold].Odd[/]", "modelgen inspect", "--dim '[b]=1'"], part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain(run.Output, character => character is '\u001b' or '\u202E');
    }

    [Fact]
    public async Task WhatDotNetCannotTakeIsAWarningOnThePageWithItsNumberAndItsDocs()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", GraphBuilder.Unranked(ElementType.Float)).Node("Relu", "x", "y").Output("y", 1));

        CliRun run = (await CliRun.Of("inspect", path)).Fine();

        Assert.Contains("warning MG2002: Input 'x' states no shape", run.Output, StringComparison.Ordinal);
        Assert.Contains("docs/diagnostics/MG2002.md", run.Output, StringComparison.Ordinal);
        Assert.Contains("unknown rank", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ErrorsGoToStandardErrorAndThePageIsThereAllTheSame()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu(1).Node("Relu", "nowhere", "z"));

        CliRun run = await CliRun.Of("inspect", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error MG1009", run.Error, StringComparison.Ordinal);
        Assert.Contains("at Relu 'Relu_z'", run.Error, StringComparison.Ordinal);
        Assert.Contains("operators (2 nodes)", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberedNamesOfOpenDimsAreNotOfferedForFixing()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu("unk__17", 224, null, 3), "my net;1.onnx");

        CliRun run = (await CliRun.Of("inspect", path)).Fine();

        Assert.Contains("--shape x=1x224x1x3", run.Output, StringComparison.Ordinal);
        Assert.Contains("my net%3B1.onnx\" ModelGenShapes=\"x=1x224x1x3\" />", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameWithASemicolonIsQuotedAndEscapedInTheProjectsLine()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu("a;b & \"c\"", 2));

        CliRun run = (await CliRun.Of("inspect", path)).Fine();

        Assert.Contains("ModelGenShapes=\"&apos;a;b &amp; &quot;c&quot;&apos;=1\" />", run.Output, StringComparison.Ordinal);
        Assert.Equal("'a;b & \"c\"'=1", (await CliRun.Of("inspect", path, "--json")).Json().GetProperty("details").GetProperty("fix_with").GetString());
    }

    [Fact]
    public async Task AnInputWithoutANameAndAModelWithoutNodesAreNoReasonToStop()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("", "n").Input("x", 1).Output("x", 1));

        CliRun run = await CliRun.Of("inspect", path);

        Assert.InRange(run.ExitCode, 0, 1);
        Assert.Contains("float32", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyOperatorsEndInALineThatCountsTheRest()
    {
        using TemporaryFolder folder = new();
        ModelBuilder model = new ModelBuilder().Input("x0", 1);
        for (int i = 0; i < 20; i++)
            model.Node($"my.Op{i}", $"x{i}", $"x{i + 1}");
        string path = CliRun.Save(folder, model.Output("x20", 1));

        CliRun run = (await CliRun.Of("inspect", path)).Fine();

        Assert.Contains("my.Op0", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"8 more +8", run.Output);
    }
}
