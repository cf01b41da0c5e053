using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ModelGen.Generator;

/// <summary>Finds the length of an array that the compiler can know.</summary>
internal static class ConstantLength
{
    /// <summary>The length; null when it is not constant.</summary>
    internal static long? Of(IOperation value) => value switch
    {
        IConversionOperation conversion => Of(conversion.Operand),
        // A conversion from an array to a span is a call of an operator in older compilers.
        IArrayCreationOperation { DimensionSizes.Length: 1 } array => ConstantOf(array.DimensionSizes[0]),
        _ => OfSyntax(value.Syntax),
    };

    private static long? OfSyntax(SyntaxNode syntax) => syntax switch
    {
        CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) => collection.Elements.Count,
        StackAllocArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions.Count,
        _ => null,
    };

    private static long? ConstantOf(IOperation size) => size.ConstantValue is { HasValue: true, Value: int length } ? length : null;
}
