using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelGen.Generator.Tests;

/// <summary>Runs the analyzers over a project with its generated classes.</summary>
internal static class Analysis
{
    private static readonly DiagnosticAnalyzer[] s_analyzers = [new ShapeAnalyzer(), new LengthAnalyzer(), new IndexAnalyzer(), new DisposedCallAnalyzer(), new PixelFormatAnalyzer()];

    /// <summary>What the analyzers say of some statements that use the digits model and its namespaces.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="preprocess">The model's ModelGenPreprocess; without it the model takes tensors only.</param>
    public static async Task<string[]> Of(string statements, string preprocess = "none")
    {
        using TestProject project = new TestProject
        {
            Code = $$"""
                using System;
                using Dims;
                using ModelGen;
                using Shop;

                internal static class Program
                {
                    internal static void Main()
                    {
                        {{statements}}
                    }
                }
                """,
        }.RealModel("digits", ("class", "Digits"), ("shapes", "batch=1"), ("preprocess", preprocess));
        Compilation compilation = Generation.Of(project).Compilation;
        IEnumerable<Diagnostic> diagnostics = await compilation.WithAnalyzers([.. s_analyzers]).GetAnalyzerDiagnosticsAsync();
        return [.. diagnostics.OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start).Select(diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];
    }
}
