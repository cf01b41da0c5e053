using CsCheck;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator.Tests;

public class LabelNamesTests
{
    [Fact]
    public void TheThousandImageNetClassesGetAThousandReadableNames()
    {
        var labels = HuggingFaceLabels.Read(TestData.ImageNetConfig()).Labels!.Value;
        string[] names = LabelNames.ToEnum(labels);
        Assert.Equal(1000, names.Length);
        Assert.Equal(1000, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, name => Assert.True(SyntaxFacts.IsValidIdentifier(name), name));
        Assert.All(names, name => Assert.Matches("^[A-Z][A-Za-z0-9]*$", name));
        Assert.Equal(["Tench", "Goldfish", "GreatWhiteShark"], names[..3]);
        // The dog and the garment; torchvision tells the cranes and the maillots apart itself.
        Assert.Equal(("Cardigan264", "Cardigan474"), (names[264], names[474]));
        Assert.Equal(("CraneBird", "Crane", "Maillot", "MaillotTankSuit"), (names[134], names[517], names[638], names[639]));
        Assert.Equal(("EgyptianCat", "JackOLantern"), (names[285], names[607]));
    }

    [Fact]
    public void TheFirstSynonymGivesTheNameAndTheRestTellsNamesakesApart() =>
        Assert.Equal(["Tench", "Maillot", "MaillotTankSuit"], LabelNames.ToEnum(["tench, Tinca tinca", "maillot", "maillot, tank suit"]));

    [Theory]
    [InlineData("a|A", "A0 A1")]
    [InlineData("zone 1|zone-1", "Zone1_0 Zone1_1")]
    [InlineData("|!", "Class0 Class1")]
    [InlineData("0|1", "_0 _1")]
    [InlineData(",|class", "Class0 Class")]
    [InlineData("crane|crane|crane 1", "Crane0 Crane1 Crane1_2")]
    [InlineData("LABEL_0|LABEL_1", "Label0 Label1")]
    public void OddLabelsGetNamesToo(string labels, string names) => Assert.Equal(names.Split(' '), LabelNames.ToEnum(labels.Split('|')));

    [Fact]
    public void AnyLabelsMakeAnEnumThatParses() => Nasty.Texts.Array[1, 12].Sample(labels =>
    {
        string[] names = LabelNames.ToEnum(labels);
        Assert.Equal(labels.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        string source = $"enum Label {{ {string.Join(", ", names)} }}";
        Assert.Empty(CSharpSyntaxTree.ParseText(source).GetDiagnostics());
        Assert.Equal(names, LabelNames.ToEnum(labels));
    }, iter: 3_000);

    [Fact]
    public void ANewLabelAtTheEndRenamesNoOtherUnlessItSharesTheirName()
    {
        string[] before = LabelNames.ToEnum(["cat", "dog", "dog"]);
        Assert.Equal(before, LabelNames.ToEnum(["cat", "dog", "dog", "bird"])[..3]);
    }
}
