using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Finds rented calls that are used after their Dispose, further down in the same block.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerRules.UsedAfterDispose);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.Invocation);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation invocation = (IInvocationOperation)context.Operation;
        if (invocation.TargetMethod.Name != "Dispose"
            || invocation.Instance is not ILocalReferenceOperation { Local: { } local }
            || !IsRentedCall(local.Type)
            || invocation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not { } statement
            || invocation.SemanticModel is not { } model)
        {
            return;
        }
        foreach (IdentifierNameSyntax name in Later(statement).SelectMany(later => later.DescendantNodes().OfType<IdentifierNameSyntax>()))
        {
            if (name.Identifier.ValueText != local.Name || !SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, context.CancellationToken).Symbol, local))
                continue;
            // From an assignment on it is another call.
            if (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
                return;
            if (name.Parent?.Parent is InvocationExpressionSyntax && name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Dispose" })
                continue;
            context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.UsedAfterDispose, name.GetLocation(), local.Name));
        }
    }

    private static IEnumerable<SyntaxNode> Later(StatementSyntax statement)
    {
        SyntaxNode position = statement.Parent is GlobalStatementSyntax global ? global : statement;
        return position.Parent?.ChildNodes().SkipWhile(node => node != position).Skip(1) ?? [];
    }

    private static bool IsRentedCall(ITypeSymbol type) =>
        type is { Name: "Call", ContainingType: { } model } && model.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "OnnxModelAttribute", ContainingNamespace.Name: "ModelGen" })
        || type is { Name: "CallLease", ContainingNamespace: { Name: "Engines", ContainingNamespace.Name: "ModelGen" } };
}
