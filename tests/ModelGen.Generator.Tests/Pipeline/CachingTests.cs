using Microsoft.CodeAnalysis;
using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

public class CachingTests
{
    private static readonly IncrementalStepRunReason[] s_idle = [IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged];

    [Fact]
    public void AnUnrelatedEditRunsNoStageAgain()
    {
        // Generation.Of itself asserts it, for every test of this project; this one asserts that the assertion has something to look at.
        using TestProject project = TwoModels();
        Generation first = Generation.Of(project);
        foreach (string stage in Stages.All)
            Assert.NotEmpty(first.Reasons(stage));
    }

    [Fact]
    public void AChangedStampReadsTheFileAgain()
    {
        using TestProject project = TwoModels();
        Generation first = Generation.Of(project);
        Rewrite(project, "first.onnx", ModelBuilder.Relu(1, 5), stamp: "2");

        Generation second = first.Again(project.Compile(), project);

        Assert.Contains("Shape<D::N1, D::N5>", Source(second, "First"), StringComparison.Ordinal);
    }

    [Fact]
    public void AChangedFileRunsOnlyItsOwnClassAgain()
    {
        using TestProject project = TwoModels();
        Generation first = Generation.Of(project);
        Rewrite(project, "first.onnx", ModelBuilder.Relu(1, 5), stamp: "2");

        Generation second = first.Again(project.Compile(), project);

        Assert.Equal(1, second.Reasons(Stages.Sources).Count(reason => !s_idle.Contains(reason)));
        Assert.Equal(Source(first, "Second"), Source(second, "Second"));
    }

    [Fact]
    public void AFileThatIsTouchedButEqualEmitsNothingNew()
    {
        using TestProject project = TwoModels();
        Generation first = Generation.Of(project);
        Rewrite(project, "first.onnx", ModelBuilder.Relu(1, 3), stamp: "2");

        Generation second = first.Again(project.Compile(), project);

        Assert.All(second.Reasons(Stages.Sources), reason => Assert.Contains(reason, s_idle));
    }

    [Fact]
    public void AChangedSidecarRunsOnlyTheModelBesideIt()
    {
        using TestProject project = new TestProject()
            .Model("a/model.onnx", ModelBuilder.Relu(1, 3), ("class", "First")).Sidecar("a/config.json", "{}")
            .Model("b/model.onnx", ModelBuilder.Relu(1, 4), ("class", "Second"), ("file", "b/model.onnx"));
        Generation first = Generation.Of(project);
        TestText sidecar = project["config.json"];
        project.Replace(sidecar, new TestText(sidecar.Path, """{ "model_type": "other" }"""));

        Generation second = first.Again(project.Compile(), project);

        Assert.Equal(1, second.Reasons(Stages.Sidecars).Count(reason => !s_idle.Contains(reason)));
        Assert.All(second.Reasons(Stages.Sources), reason => Assert.Contains(reason, s_idle));
    }

    [Fact]
    public void NoStageKeepsASymbolOrACompilationAlive()
    {
        using TestProject project = TwoModels();
        GeneratorRunResult result = Generation.Of(project).Result;
        IEnumerable<object> values = result.TrackedSteps.Where(step => Stages.All.Contains(step.Key))
            .SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Value);
        Assert.NotEmpty(values);
        Assert.All(values, value => Assert.False(value is ISymbol or Compilation or SyntaxNode or AdditionalText, value.GetType().FullName));
    }

    private static TestProject TwoModels() => new TestProject()
        .Model("first.onnx", ModelBuilder.Relu(1, 3), ("stamp", "1"))
        .Model("second.onnx", ModelBuilder.Relu(1, 4), ("stamp", "1"));

    private static void Rewrite(TestProject project, string name, ModelBuilder model, string stamp)
    {
        TestText old = project[name];
        File.WriteAllBytes(old.Path, model.ToBytes());
        project.Replace(old, new TestText(old.Path, "", ItemReader.Encode(("file", "models/" + name), ("stamp", stamp))));
    }

    private static string Source(Generation generation, string name) =>
        generation.Result.GeneratedSources.Single(source => source.HintName == $"Shop.{name}.g.cs").SourceText.ToString();
}
