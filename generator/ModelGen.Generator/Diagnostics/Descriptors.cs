using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The compiler's descriptor of every rule: one ID, one page of the docs.</summary>
internal static class Descriptors
{
    private const string Pages = "https://github.com/modelgen/modelgen/blob/main/docs/diagnostics/";

    /// <summary>All rules of models and items.</summary>
    internal static readonly ImmutableDictionary<string, DiagnosticDescriptor> All =
        Rules.All.Concat(MetadataRules.All).Concat(PreprocessingRules.All).Concat(GeneratorRules.All).ToImmutableDictionary(rule => rule.Id, Descriptor);

    internal static DiagnosticDescriptor Of(ProblemRule rule) => All[rule.Id];

    /// <summary>The page that explains a rule.</summary>
    internal static string Page(string id) => Pages + id + ".md";

    private static DiagnosticDescriptor Descriptor(ProblemRule rule) => new(
        rule.Id,
        rule.Title,
        messageFormat: "{0}",
        category: Category(rule.Id),
        rule.Severity == ProblemSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Page(rule.Id));

    private static string Category(string id) => id[2] switch
    {
        '1' => "ModelGen.Reading",
        '2' => "ModelGen.Shapes",
        _ => "ModelGen.Metadata",
    };
}
