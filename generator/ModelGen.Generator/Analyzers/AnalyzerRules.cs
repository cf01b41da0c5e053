using Microsoft.CodeAnalysis;

namespace ModelGen.Generator;

/// <summary>Rules for the code that calls models.</summary>
internal static class AnalyzerRules
{
    private const string Category = "ModelGen.Usage";

    internal static readonly DiagnosticDescriptor OtherShape = new(
        "MG4001",
        "A tensor of another shape",
        "Expected {0}, got {1}. Shapes are checked when the program is compiled: give a tensor of the expected shape, or change the model's with ModelGenShapes.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.Page("MG4001"));

    internal static readonly DiagnosticDescriptor OtherLength = new(
        "MG4002",
        "An array of another length than its shape",
        "Expected {0} elements for the shape {1}, got {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.Page("MG4002"));

    internal static readonly DiagnosticDescriptor IndexOutside = new(
        "MG4003",
        "An index outside a tensor's shape",
        "Expected {0} for the shape {1}, got {2}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.Page("MG4003"));

    internal static readonly DiagnosticDescriptor UsedAfterDispose = new(
        "MG4004",
        "A rented call is used after it was given back",
        "'{0}' was given back by its Dispose above, so its buffers may belong to another caller now. Use it before, or rent a new one.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.Page("MG4004"));

    internal static readonly DiagnosticDescriptor OtherPixelFormat = new(
        "MG4005",
        "A picture of floats for a model of bytes",
        "{0} scales pictures of bytes ({1}), got {2}. Make bytes of the picture, or let ModelGenPreprocess follow a library that scales floats: torch-float, scikit-image, or opencv with bilinear.",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Descriptors.Page("MG4005"));
}
