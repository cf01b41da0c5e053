using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Turns problems into the compiler's diagnostics.</summary>
internal static class ProblemReporter
{
    internal static void Report(SourceProductionContext context, ModelItem item, IEnumerable<Problem> problems, ImmutableArray<TextFile> projects)
    {
        Location? location = null;
        foreach (Problem problem in problems)
        {
            location ??= ItemLocation.Find(item, projects);
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(problem.Rule), location, $"{item.FileName}: {problem.Message}"));
        }
    }
}
