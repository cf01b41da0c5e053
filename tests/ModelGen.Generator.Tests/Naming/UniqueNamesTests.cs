using CsCheck;

namespace ModelGen.Generator.Tests;

public class UniqueNamesTests
{
    [Fact]
    public void LaterNamesGetANumber()
    {
        var names = new UniqueNames();
        Assert.Equal("Image", names.Take("Image"));
        Assert.Equal("Image2", names.Take("Image"));
        Assert.Equal("Image3", names.Take("Image"));
    }

    [Fact]
    public void ANumberIsKeptApartFromDigitsThatAreThereAlready()
    {
        var names = new UniqueNames();
        Assert.Equal("Image1", names.Take("Image1"));
        Assert.Equal("Image1_2", names.Take("Image1"));
    }

    [Fact]
    public void ANameThatSomebodyElseBearsByRightIsNotGivenAway() =>
        Assert.Equal(["Image", "Image3", "Image2"], new UniqueNames().TakeAll(["Image", "Image", "Image2"]));

    [Fact]
    public void ReservedNamesAreGivenToNobody() =>
        Assert.Equal(["ToString2", "Run2"], new UniqueNames([.. UniqueNames.ObjectMembers, "Run"]).TakeAll(["ToString", "Run"]));

    [Fact]
    public void NamesThatDifferInCaseAloneAreToldApartWhereAsked()
    {
        Assert.Equal(["Data", "DATA"], new UniqueNames().TakeAll(["Data", "DATA"]));
        Assert.Equal(["Data", "DATA2"], new UniqueNames(ignoreCase: true).TakeAll(["Data", "DATA"]));
    }

    [Fact]
    public void AllNamesAreUniqueAndFirstClaimantsKeepTheirs() =>
        Gen.OneOf("A", "a", "A2", "A3", "A2_2", "B", "b2", "Equals").List[0, 30].Select(Gen.Bool).Sample((wanted, ignoreCase) =>
        {
            StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
            string[] got = new UniqueNames(["Equals"], ignoreCase).TakeAll(wanted);
            Assert.Equal(wanted.Count, got.Distinct(comparer).Count());
            Assert.DoesNotContain("Equals", got);
            for (int i = 0; i < got.Length; i++)
            {
                bool isFirst = wanted[i] != "Equals" && !wanted.Take(i).Contains(wanted[i], comparer);
                Assert.Equal(isFirst, got[i] == wanted[i]);
            }
        });

    [Fact]
    public void ManyEqualNamesTakeLinearTime()
    {
        string[] names = new UniqueNames().TakeAll([.. Enumerable.Repeat("Label", 100_000)]);
        Assert.Equal("Label100000", names[^1]);
    }
}
