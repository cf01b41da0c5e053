using System.Text;
using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator.Tests;

public class CSharpNamesTests
{
    [Theory]
    [InlineData("input_1:0", "Input1", "input1")]
    [InlineData("probs/Softmax:0", "ProbsSoftmax", "probsSoftmax")]
    [InlineData("serving_default_image:0", "ServingDefaultImage", "servingDefaultImage")]
    [InlineData("StatefulPartitionedCall:1", "StatefulPartitionedCall1", "statefulPartitionedCall1")]
    [InlineData("StatefulPartitionedCall:0", "StatefulPartitionedCall", "statefulPartitionedCall")]
    [InlineData("onnx::Gather_0", "Gather0", "gather0")]
    [InlineData("efficientnet-lite0", "EfficientnetLite0", "efficientnetLite0")]
    [InlineData("resnet50", "Resnet50", "resnet50")]
    [InlineData("last_hidden_state", "LastHiddenState", "lastHiddenState")]
    [InlineData("hiddenStates", "HiddenStates", "hiddenStates")]
    [InlineData("input_IDs", "InputIDs", "inputIDs")]
    [InlineData("tabular_1/normalization_1/Sub/y:0", "Tabular1Normalization1SubY", "tabular1Normalization1SubY")]
    [InlineData("sigmoid_0.tmp_0", "Sigmoid0Tmp0", "sigmoid0Tmp0")]
    [InlineData("INPUT__0", "Input0", "input0")]
    [InlineData("LABEL_7", "Label7", "label7")]
    [InlineData("RGB", "RGB", "rgb")]
    [InlineData("RGBImage", "RGBImage", "rgbImage")]
    [InlineData("X", "X", "x")]
    [InlineData("224_image", "_224Image", "_224Image")]
    [InlineData("gather_1_23", "Gather1_23", "gather1_23")]
    [InlineData("jack-o'-lantern", "JackOLantern", "jackOLantern")]
    [InlineData("Egyptian cat", "EgyptianCat", "egyptianCat")]
    [InlineData("class", "Class", "classValue")]
    [InlineData("field", "Field", "fieldValue")]
    [InlineData("", "Unnamed", "unnamed")]
    [InlineData(":0", "Unnamed", "unnamed")]
    [InlineData("\U0001F600", "Unnamed", "unnamed")]
    [InlineData("a\u2028b", "AB", "aB")]
    [InlineData("a\u202Eb", "Ab", "ab")]
    [InlineData("\u0301x", "X", "x")]
    public void NamesReadAsAPersonWouldWriteThem(string onnxName, string pascal, string camel)
    {
        Assert.Equal(pascal, CSharpNames.Identifier(onnxName, NameStyle.Pascal));
        Assert.Equal(camel, CSharpNames.Identifier(onnxName, NameStyle.Camel));
    }

    // The right side is composed only where the process has Unicode data: without globalisation .NET leaves text as it is.
    [Theory]
    [InlineData("cafe\u0301 au lait", "Cafe\u0301AuLait")]
    [InlineData("i\u0307x", "I\u0307x")]
    public void MarksJoinTheirLetters(string onnxName, string decomposed) =>
        Assert.Equal(decomposed.Normalize(NormalizationForm.FormC), CSharpNames.Identifier(onnxName, NameStyle.Pascal));

    [Fact]
    public void AnyTextBecomesAValidIdentifierThatIsNoKeyword() => Nasty.Texts.Select(Gen.Enum<NameStyle>()).Sample((text, style) =>
    {
        string name = CSharpNames.Identifier(text, style);
        Assert.True(SyntaxFacts.IsValidIdentifier(name), Escaped(name));
        Assert.Equal(SyntaxKind.None, SyntaxFacts.GetKeywordKind(name));
        Assert.True(CSharpNames.IsUsable(name));
        Assert.InRange(name.Length, 1, CSharpNames.MaxLength + "Value".Length);
        Assert.True(name.IsNormalized(NormalizationForm.FormC), Escaped(name));
        Assert.Equal(name, CSharpNames.Identifier(text, style));
    }, iter: 5_000);

    [Fact]
    public void ANameCompilesWhereverNamesStand() => Nasty.Texts.Sample(text =>
    {
        string type = CSharpNames.Identifier(text, NameStyle.Pascal);
        string parameter = CSharpNames.Identifier(text, NameStyle.Camel);
        string source = $"class {type} {{ enum E {{ {type} }} int P {{ get {{ var {parameter} = 1; return {parameter}; }} }} async void M(int {parameter}) {{ N({parameter}: {parameter}); }} }}";
        Assert.Empty(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)).GetDiagnostics());
    }, iter: 3_000);

    [Fact]
    public void ALongNameIsCutAndStaysDistinct()
    {
        string one = CSharpNames.Identifier(new string('a', 10_000) + "b", NameStyle.Pascal);
        string two = CSharpNames.Identifier(new string('a', 10_000) + "c", NameStyle.Pascal);
        Assert.Equal(CSharpNames.MaxLength, one.Length);
        Assert.Equal(CSharpNames.MaxLength, two.Length);
        Assert.NotEqual(one, two);
        Assert.StartsWith("Aaaaaa", one, StringComparison.Ordinal);
    }

    // Computed with another implementation of 32-bit FNV-1a, over UTF-16, low byte first.
    [Theory]
    [InlineData("", 0x811C9DC5u)]
    [InlineData("a", 0x2B24D044u)]
    [InlineData("Ünïcode", 0x3D0D9855u)]
    public void TheHashIsTheSameOnEveryMachine(string text, uint expected) => Assert.Equal(expected, StableHash.Of(text));

    private static string Escaped(string text) => string.Concat(text.Select(c => $"\\u{(int)c:X4}"));
}
