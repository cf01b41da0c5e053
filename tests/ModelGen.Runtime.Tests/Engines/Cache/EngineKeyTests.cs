using CsCheck;
using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public class EngineKeyTests
{
    private static readonly Gen<Dictionary<string, string>> s_parts = Gen.Dictionary(Gen.String[Gen.Char["ab="], 0, 3], Gen.String[Gen.Char["ab="], 0, 3])[0, 4];

    [Fact]
    public void KeysAreEqualExactlyWhenModelAndPartsAre() => Gen.Select(s_parts, s_parts, Gen.Bool).Sample((one, other, sameModel) =>
    {
        EngineKey first = new("m", one), second = new(sameModel ? "m" : "ma", other);
        bool same = sameModel && one.Count == other.Count && one.All(part => other.TryGetValue(part.Key, out string? value) && value == part.Value);
        Assert.Equal(same, first.Equals(second));
        Assert.Equal(same, first.Id == second.Id);
    });

    [Fact]
    public void TheOrderOfThePartsPlaysNoRole() => Gen.Shuffle(new[] { "a", "b", "c", "B", "aa" }).Sample(names =>
        Assert.Equal(
            new EngineKey("m", names.Order().Select(name => KeyValuePair.Create(name, "1"))),
            new EngineKey("m", names.Select(name => KeyValuePair.Create(name, "1")))));

    [Fact]
    public void TextsThatReadTheSameWhenPutTogetherAreDifferentKeys()
    {
        Assert.NotEqual(Key("m", ("ab", "c")).Id, Key("m", ("a", "bc")).Id);
        Assert.NotEqual(Key("m", ("a", "b"), ("c", "d")).Id, Key("m", ("a", "bcd")).Id);
        Assert.NotEqual(Key("ma", ("b", "c")).Id, Key("m", ("ab", "c")).Id);
        Assert.NotEqual(Key("m").Id, Key("m", ("", "")).Id);
    }

    [Fact]
    public void TheIdIsTheSameInEachVersionSoThatCachesOutliveUpdates() =>
        Assert.Equal("745e35b0734746a9d193b4216da3f71516952444dd1aa2b3a55b765c6cecb996", Key("m", ("driver", "580.95")).Id);

    [Fact]
    public void ANameThatComesTwiceIsRefused() =>
        Assert.Contains("'a'", Assert.Throws<ArgumentException>(() => Key("m", ("a", "1"), ("a", "1"))).Message, StringComparison.Ordinal);

    [Fact]
    public void TextThatHasNoUtf8IsRefusedRatherThanMadeEqualToOther() =>
        Assert.Throws<System.Text.EncoderFallbackException>(() => Key("m", ("a", "\ud800")));

    [Fact]
    public void EachPartOfTheTestsKeyChangesIt() =>
        Assert.Equal(4, new[] { FakeEngine.Key(), FakeEngine.Key("other"), FakeEngine.Key(driver: "1"), FakeEngine.Key(gpu: "1") }.Select(key => key.Id).Distinct().Count());

    private static EngineKey Key(string model, params (string Name, string Value)[] parts) => new(model, parts.Select(part => KeyValuePair.Create(part.Name, part.Value)));
}
