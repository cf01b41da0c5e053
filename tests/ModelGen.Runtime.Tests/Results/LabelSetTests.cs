namespace ModelGen.Tests.Results;

public class LabelSetTests
{
    private enum Sparse
    {
        First = 1,
        Second = 2,
    }

    private enum Negative
    {
        First,
        Second = -1,
    }

    private enum Twice
    {
        First,
        Again = First,
    }

    private enum Small : byte
    {
        First,
    }

    private enum Backwards
    {
        Second = 1,
        First = 0,
    }

    [Fact]
    public void NamesStandInTheModelsOrder()
    {
        Assert.Equal(4, Fruits.Labels.Count);
        Assert.Equal("tiger melon", Fruits.Labels[2]);
        Assert.Equal("pear", Fruits.Labels.NameOf(Fruit.Pear));
        Assert.Equal(["apple", "pear", "tiger melon", "plum"], Fruits.Labels);
    }

    [Fact]
    public void TwoClassesCanHaveOneName() =>
        Assert.Equal("crane", new LabelSet<Fruit>("crane", "b", "c", "crane").NameOf(Fruit.Plum));

    [Fact]
    public void TheOrderOfDeclarationDoesNotMatter() =>
        Assert.Equal("one", new LabelSet<Backwards>("zero", "one").NameOf(Backwards.Second));

    [Fact]
    public void NamesAreCopied()
    {
        string[] names = ["a", "b", "c", "d"];
        var labels = new LabelSet<Fruit>(names);
        names[0] = "changed";
        Assert.Equal("a", labels[0]);
    }

    [Fact]
    public void AnotherNumberOfNamesThanValuesIsRefused()
    {
        var error = Assert.Throws<ModelGenException>(() => new LabelSet<Fruit>("a", "b", "c"));
        Assert.Equal(
            "The enum and the names don't describe the same classes (Fruit): expected 3 values, one a name, got 4. " +
            "Let the enum have the values 0, 1, 2, … in the order of the model's scores, and give one name for each.",
            error.Message);
    }

    [Fact]
    public void AnEnumThatIsNotZeroToCountIsRefused()
    {
        Assert.Equal("a value 0", Assert.Throws<ModelGenException>(() => new LabelSet<Sparse>("a", "b")).Expected);
        Assert.Equal("Second = -1 in its place", Assert.Throws<ModelGenException>(() => new LabelSet<Negative>("a", "b")).Actual);
        Assert.Equal("a value 1", Assert.Throws<ModelGenException>(() => new LabelSet<Twice>("a", "b")).Expected);
    }

    [Fact]
    public void AnEnumThatIsNotOverIntIsRefused() =>
        Assert.Equal("one over Byte", Assert.Throws<ModelGenException>(() => new LabelSet<Small>("a")).Actual);

    [Fact]
    public void NoNamesAndMissingNamesAreRefused()
    {
        Assert.Equal("no names", Assert.Throws<ModelGenException>(() => new LabelSet<Fruit>()).Actual);
        Assert.Equal("null for class 1", Assert.Throws<ModelGenException>(() => new LabelSet<Fruit>("a", null!, "c", "d")).Actual);
    }

    [Fact]
    public void AClassThatIsNotThereIsNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => Fruits.Labels[4]);
        Assert.StartsWith("There is no class 4: valid are 0 to 3.", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Fruits.Labels.NameOf((Fruit)(-1)));
    }
}
