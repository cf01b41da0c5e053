using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ModelGen.Generator.Tests;

public class CSharpLiteralsTests
{
    [Fact]
    public void EveryTextComesBackThroughTheCompilersParser() => Nasty.Texts.Sample(text =>
    {
        string literal = CSharpLiterals.Text(text);
        var parsed = Assert.IsType<LiteralExpressionSyntax>(Parse(literal));
        Assert.Equal(SyntaxKind.StringLiteralExpression, parsed.Kind());
        Assert.Equal(text, parsed.Token.Value);
    }, iter: 5_000);

    [Fact]
    public void NothingUnseenIsLeftInALiteral() => Nasty.Texts.Sample(text =>
    {
        string literal = CSharpLiterals.Text(text);
        for (int i = 0; i < literal.Length; i += char.IsSurrogatePair(literal, Math.Min(i, literal.Length - 2)) ? 2 : 1)
            Assert.False(UnseenCharacters.IsUnseen(literal, i), literal);
    }, iter: 5_000);

    [Theory]
    [InlineData("a\u202Eb", "\"a\\u202Eb\"")]
    [InlineData("a\u2028b", "\"a\\u2028b\"")]
    [InlineData("a\u0085b", "\"a\\u0085b\"")]
    [InlineData("\U000E0001", "\"\\uDB40\\uDC01\"")]
    [InlineData("\U0001F600", "\"\U0001F600\"")]
    [InlineData("input_1:0", "\"input_1:0\"")]
    public void UnseenCharactersAreWrittenAsEscapes(string text, string literal) => Assert.Equal(literal, CSharpLiterals.Text(text), ignoreCase: true);

    // Not a row above: attributes are stored as UTF-8, which has no half pairs.
    [Fact]
    public void HalfAPairIsWrittenAsAnEscape() => Assert.Equal("\"a\\uD800b\"", CSharpLiterals.Text("a\uD800b"), ignoreCase: true);

    [Theory]
    [InlineData(0.485f, "0.485f")]
    [InlineData(0.49803922f, "0.49803922f")]
    [InlineData(1f, "1f")]
    [InlineData(-0f, "-0f")]
    [InlineData(1e-5f, "1E-05f")]
    [InlineData(float.NaN, "float.NaN")]
    [InlineData(float.PositiveInfinity, "float.PositiveInfinity")]
    [InlineData(float.NegativeInfinity, "float.NegativeInfinity")]
    public void FloatsAreShort(float value, string literal) => Assert.Equal(literal, CSharpLiterals.Number(value));

    [Theory]
    [InlineData(0.485, "0.485")]
    [InlineData(1 / 255d, "0.00392156862745098")]
    [InlineData(2d, "2d")]
    [InlineData(-0d, "-0d")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.MaxValue, "1.7976931348623157E+308")]
    [InlineData(double.NaN, "double.NaN")]
    [InlineData(double.PositiveInfinity, "double.PositiveInfinity")]
    [InlineData(double.NegativeInfinity, "double.NegativeInfinity")]
    public void DoublesAreShort(double value, string literal) => Assert.Equal(literal, CSharpLiterals.Number(value));

    [Fact]
    public void EveryFloatComesBackBitForBit() => Gen.UInt.Select(BitConverter.UInt32BitsToSingle).Where(float.IsFinite).Sample(value =>
        Assert.Equal(BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits((float)Evaluate(CSharpLiterals.Number(value)))), iter: 5_000);

    [Fact]
    public void EveryDoubleComesBackBitForBit() => Gen.ULong.Select(BitConverter.UInt64BitsToDouble).Where(double.IsFinite).Sample(value =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(value), BitConverter.DoubleToInt64Bits((double)Evaluate(CSharpLiterals.Number(value)))), iter: 5_000);

    private static object Evaluate(string literal) => Parse(literal) switch
    {
        LiteralExpressionSyntax plain => plain.Token.Value!,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: float value } } => -value,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax { Token.Value: double value } } => -value,
        { } other => throw new InvalidOperationException(other.ToString()),
    };

    private static ExpressionSyntax Parse(string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        Assert.Empty(expression.GetDiagnostics());
        return expression;
    }
}
