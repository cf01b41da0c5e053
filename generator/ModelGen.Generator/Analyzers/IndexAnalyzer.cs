using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Finds constant indices outside a tensor's shape, and too few or too many of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IndexAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerRules.IndexOutside);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.PropertyReference);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IPropertyReferenceOperation reference = (IPropertyReferenceOperation)context.Operation;
        if (!reference.Property.IsIndexer || TensorTypeInfo.Of(reference.Property.ContainingType) is not { IsBatch: false } tensor)
            return;
        if (reference.Arguments.Length != tensor.Dims.Length)
        {
            Report(context, reference.Syntax, Plural(tensor.Dims.Length), tensor, Plural(reference.Arguments.Length));
            return;
        }
        foreach (IArgumentOperation argument in reference.Arguments)
            AnalyzeIndex(context, argument, tensor);
    }

    private static void AnalyzeIndex(OperationAnalysisContext context, IArgumentOperation argument, TensorTypeInfo tensor)
    {
        if (argument.Value.ConstantValue is not { HasValue: true, Value: int index } || argument.Parameter is not { } parameter)
            return;
        long size = tensor.Dims[parameter.Ordinal];
        if (index < 0 || index >= size)
            Report(context, argument.Syntax, FormattableString.Invariant($"an index below {size} on dim {parameter.Ordinal}"), tensor, index.ToString(CultureInfo.InvariantCulture));
    }

    private static void Report(OperationAnalysisContext context, SyntaxNode syntax, string expected, TensorTypeInfo tensor, string actual) =>
        context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.IndexOutside, syntax.GetLocation(), expected, tensor.ShapeText, actual));

    private static string Plural(int count) => FormattableString.Invariant($"{count} {(count == 1 ? "index" : "indices")}");
}
