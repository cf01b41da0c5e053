namespace ModelGen.Generator.Tests;

public class MetadataNamesTests
{
    [Theory]
    [InlineData("ResNet50")]
    [InlineData("_model")]
    [InlineData("Größe")]
    public void AClassNameIsTakenAsItIs(string name) => Assert.Null(MetadataNames.CheckClass(name));

    [Theory]
    [InlineData("", "Model")]
    [InlineData("my-model", "MyModel")]
    [InlineData("class", "Class")]
    [InlineData("50resnet", "_50resnet")]
    [InlineData("A.B", "AB")]
    [InlineData("a\u200Bb", "Ab")]
    [InlineData("@class", "Class")]
    [InlineData("record", "Record")]
    public void ABadClassNameIsRefusedWithABetterOne(string name, string proposal)
    {
        var problem = MetadataNames.CheckClass(name);
        Assert.Equal("MG3001", problem?.Rule.Id);
        Assert.EndsWith($", as {proposal}.", problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("Shop.Models")]
    public void ANamespaceIsTakenAsItIs(string name) => Assert.Null(MetadataNames.CheckNamespace(name));

    [Theory]
    [InlineData("", "Models")]
    [InlineData("Shop..Models", "Shop.Models.Models")]
    [InlineData("my-shop.Models", "MyShop.Models")]
    [InlineData("Shop.class", "Shop.Class")]
    [InlineData("global::Shop", "GlobalShop")]
    public void ABadNamespaceIsRefusedWithABetterOne(string name, string proposal)
    {
        var problem = MetadataNames.CheckNamespace(name);
        Assert.Equal("MG3002", problem?.Rule.Id);
        Assert.EndsWith($", as {proposal}.", problem!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fliter", "filter")]
    [InlineData("Resise", "resize")]
    [InlineData("zzzzzz", null)]
    [InlineData("", null)]
    public void TheNearestNameIsGuessed(string mistyped, string? guess) => Assert.Equal(guess, NearestName.Find(mistyped, InlineOptions.Keys));
}
