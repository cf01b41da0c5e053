using System.Xml.Linq;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator.Tests;

public class XmlTextTests
{
    [Fact]
    public void ACommentNeverEndsEarly() => Nasty.Texts.Sample(text =>
    {
        string source = $"// {XmlText.Plain(text)}\n/// <summary>{XmlText.Line(text)}</summary>\nclass C;";
        SyntaxTree tree = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose));
        Assert.Empty(tree.GetDiagnostics());
        Assert.Equal(3, tree.GetText().Lines.Count);
    }, iter: 3_000);

    [Fact]
    public void TheLineIsWellFormedXmlThatSaysTheSame() => Nasty.Texts.Sample(text =>
        Assert.Equal(XmlText.Plain(text), XElement.Parse($"<x>{XmlText.Line(text)}</x>", LoadOptions.PreserveWhitespace).Value), iter: 3_000);

    [Theory]
    [InlineData("a < b & c", "a &lt; b &amp; c")]
    [InlineData("one\r\ntwo\u2028three", "one two three")]
    [InlineData("  spaced \t out  ", "spaced out")]
    [InlineData("right\u202Eleft", "right left")]
    [InlineData("\"it's\"", "&quot;it&apos;s&quot;")]
    public void TextIsMadeFitForOneLine(string text, string line) => Assert.Equal(line, XmlText.Line(text));

    [Fact]
    public void LongTextIsCutBetweenCharacters()
    {
        string cut = XmlText.Plain(string.Concat(Enumerable.Repeat("\U0001F600", 100)), maxLength: 5);
        Assert.Equal("\U0001F600\U0001F600…", cut);
        Assert.Equal("abc", XmlText.Plain("abc", maxLength: 3));
    }
}
