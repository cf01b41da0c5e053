using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Finds pictures of floats that are given to a model whose preprocessing scales bytes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PixelFormatAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(AnalyzerRules.OtherPixelFormat);

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
        ITypeSymbol? model = invocation.Instance?.Type ?? invocation.TargetMethod.ContainingType;
        if (Resize(model) is not { } resize)
            return;
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (Created(argument.Value) is { } picture && FloatFormat(picture) is { } format)
                context.ReportDiagnostic(Diagnostic.Create(AnalyzerRules.OtherPixelFormat, argument.Value.Syntax.GetLocation(), model!.Name, resize, format));
        }
    }

    // What the generated class says of itself.
    private static string? Resize(ITypeSymbol? model) => model?.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { Name: "BytePicturesAttribute", ContainingNamespace.Name: "ModelGen" })
        .Select(attribute => attribute.ConstructorArguments.Length == 1 ? attribute.ConstructorArguments[0].Value as string : null)
        .FirstOrDefault();

    /// <summary>The creation of a picture: the argument's own, or that of a local which is set once.</summary>
    private static IObjectCreationOperation? Created(IOperation value)
    {
        while (value is IConversionOperation conversion)
            value = conversion.Operand;
        if (value is IObjectCreationOperation creation)
            return creation;
        return value is ILocalReferenceOperation { Local: var local } && Body(value) is { } body && !IsAssigned(body, local)
            ? body.Descendants().OfType<IVariableDeclaratorOperation>()
                .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))?.Initializer?.Value as IObjectCreationOperation
            : null;
    }

    private static IOperation? Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    private static bool IsAssigned(IOperation body, ILocalSymbol local) => body.Descendants().OfType<IAssignmentOperation>()
        .Any(assignment => assignment.Target is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local));

    private static string? FloatFormat(IObjectCreationOperation creation)
    {
        if (creation.Type is not { Name: "Image" or "ImageView", ContainingNamespace.Name: "ModelGen" })
            return null;
        // The constant's field is read from the enum, so that its numbers stand in one place.
        return creation.Arguments
            .Where(argument => argument.Parameter?.Type is { Name: "PixelFormat" } && argument.Value.ConstantValue.HasValue)
            .SelectMany(argument => argument.Parameter!.Type.GetMembers().OfType<IFieldSymbol>().Where(field => Equals(field.ConstantValue, argument.Value.ConstantValue.Value)))
            .Select(field => field.Name)
            .FirstOrDefault(name => name.EndsWith("Float", StringComparison.Ordinal));
    }
}
