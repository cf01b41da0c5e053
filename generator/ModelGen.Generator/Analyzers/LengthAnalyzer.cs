using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Finds arrays of a constant length that is not the one of the shape they are put in.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LengthAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerRules.OtherLength);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.ObjectCreation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IObjectCreationOperation creation = (IObjectCreationOperation)context.Operation;
        if (creation.Constructor is not { } constructor)
            return;
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter is not { } parameter || !IsSpan(parameter.Type)
                || Target(constructor, parameter.Ordinal) is not { } target
                || ConstantLength.Of(argument.Value) is not { } length)
            {
                continue;
            }
            bool fits = target.IsBatch ? length % Math.Max(1, target.Length) == 0 : length == target.Length;
            if (!fits)
            {
                string expected = (target.IsBatch ? "a multiple of " : "") + target.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
                context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.OtherLength, argument.Value.Syntax.GetLocation(), expected, target.ShapeText, length));
            }
        }
    }

    private static bool IsSpan(ITypeSymbol type) => type.MetadataName is "ReadOnlySpan`1" or "Span`1";

    /// <summary>The shape behind a span: the created tensor's own, or that of the generated Input's constructor that takes tensors at the same places.</summary>
    private static TensorTypeInfo? Target(IMethodSymbol constructor, int index) =>
        TensorTypeInfo.Of(constructor.ContainingType)
        ?? (constructor.ContainingType.Name != "Input" ? null : constructor.ContainingType.InstanceConstructors
            .Where(other => other.Parameters.Length >= constructor.Parameters.Length)
            .Select(other => TensorTypeInfo.Of(other.Parameters[index].Type))
            .FirstOrDefault(type => type is not null));
}
