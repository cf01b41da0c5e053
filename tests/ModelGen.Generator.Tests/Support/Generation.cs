using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator.Tests;

/// <summary>One run of the generator over a project, and what came of it.</summary>
internal sealed class Generation
{
    private readonly CSharpCompilation _output;

    private Generation(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        _output = (CSharpCompilation)output;
        Result = driver.GetRunResult().Results.Single();
    }

    public GeneratorDriver Driver { get; }

    public GeneratorRunResult Result { get; }

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    public Compilation Compilation => _output;

    /// <summary>Runs the generator, and a second time after an unrelated edit, which must find every stage cached.</summary>
    public static Generation Of(TestProject project)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ModelGenerator().AsSourceGenerator()],
            project.Texts,
            project.ParseOptions,
            new TestOptions(project),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        CSharpCompilation compilation = project.Compile();
        Generation first = new(driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _), output);
        Assert.Null(first.Result.Exception);

        Generation second = first.Again(compilation.AddSyntaxTrees(project.Parse("internal static class Unrelated;", "Unrelated.cs")));
        foreach (string stage in Stages.All)
            Assert.All(second.Reasons(stage), reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{stage}: {reason}"));
        return first;
    }

    /// <summary>Runs once more, with another compilation or other files.</summary>
    public Generation Again(Compilation compilation, TestProject? changed = null)
    {
        GeneratorDriver driver = changed is null ? Driver : Driver.ReplaceAdditionalTexts([.. changed.Texts]).WithUpdatedAnalyzerConfigOptions(new TestOptions(changed));
        return new(driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _), output);
    }

    public IEnumerable<IncrementalStepRunReason> Reasons(string stage) => Result.TrackedSteps.TryGetValue(stage, out ImmutableArray<IncrementalGeneratorRunStep> steps)
        ? steps.SelectMany(step => step.Outputs).Select(output => output.Reason)
        : [];

    /// <summary>The one emitted source.</summary>
    public string Source => Assert.Single(Result.GeneratedSources).SourceText.ToString();

    public string[] Ids => [.. Diagnostics.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)];

    /// <summary>The message of the only problem, which must be of this rule.</summary>
    public string Only(string id)
    {
        Diagnostic diagnostic = Assert.Single(Diagnostics);
        Assert.Equal(id, diagnostic.Id);
        return diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Asserts that the generator reported nothing and that the project compiles without a warning.</summary>
    public Generation Compiles()
    {
        Assert.Empty(Diagnostics);
        Assert.True(Errors.Length == 0, string.Join("\n", Errors));
        return this;
    }

    /// <summary>What the compiler itself says of the project with the emitted sources; warnings are errors.</summary>
    public string[] Errors => [.. _output.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
        .Select(diagnostic => diagnostic.ToString())];
}
