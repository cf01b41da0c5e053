using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Says in plain words, beside the compiler's own error, which shape was expected and which one came.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ShapeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerRules.OtherShape);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        // Code that compiles has neither, so that correct programs pay nothing.
        context.RegisterOperationAction(AnalyzeInvalid, OperationKind.Invalid);
        context.RegisterOperationAction(AnalyzeConversion, OperationKind.Conversion);
    }

    private static void AnalyzeInvalid(OperationAnalysisContext context)
    {
        ArgumentListSyntax? arguments = context.Operation.Syntax switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (arguments is null || context.Operation.SemanticModel is not { } model)
            return;
        ImmutableArray<ISymbol> candidates = model.GetSymbolInfo(context.Operation.Syntax, context.CancellationToken).CandidateSymbols;
        for (int i = 0; i < arguments.Arguments.Count; i++)
            AnalyzeArgument(context, model, arguments.Arguments[i], i, candidates);
    }

    private static void AnalyzeArgument(
        OperationAnalysisContext context, SemanticModel model, ArgumentSyntax argument, int index, ImmutableArray<ISymbol> candidates)
    {
        if (TensorTypeInfo.Of(model.GetTypeInfo(argument.Expression, context.CancellationToken).Type) is not { } actual)
            return;
        TensorTypeInfo[] expected = [.. candidates.OfType<IMethodSymbol>()
            .Select(method => Parameter(method, argument, index))
            .Select(parameter => TensorTypeInfo.Of(parameter?.Type))
            .OfType<TensorTypeInfo>()];
        if (expected.Length > 0 && !expected.Any(actual.Fits))
            Report(context, argument.GetLocation(), string.Join(" or ", expected.Select(type => type.ToString()).Distinct()), actual);
    }

    private static IParameterSymbol? Parameter(IMethodSymbol method, ArgumentSyntax argument, int index) =>
        argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name.Name.Identifier.ValueText)
            : method.Parameters.ElementAtOrDefault(index);

    private static void AnalyzeConversion(OperationAnalysisContext context)
    {
        IConversionOperation conversion = (IConversionOperation)context.Operation;
        if (conversion.Conversion.Exists
            || TensorTypeInfo.Of(conversion.Type) is not { } expected
            || TensorTypeInfo.Of(conversion.Operand.Type) is not { } actual
            || expected.Fits(actual))
        {
            return;
        }
        Report(context, conversion.Operand.Syntax.GetLocation(), expected.ToString(), actual);
    }

    private static void Report(OperationAnalysisContext context, Location location, string expected, TensorTypeInfo actual) =>
        context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.OtherShape, location, expected, actual));
}
