using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public class KnownBuildsTests
{
    private static readonly EngineKey s_key = Key("m", ("driver", "580.95"), ("gpu", "H200"), ("precision", "fp16"), ("dim/batch", "1"), ("salt", ""));

    [Fact]
    public void WithoutAnyOfTheModelItIsTheFirst()
    {
        Assert.Equal("no engine for this model yet", KnownBuilds.WhyMissing(s_key, []));
        Assert.Equal("no engine for this model yet", KnownBuilds.WhyMissing(s_key, [Built(new EngineKey("other", s_key.Parts), 1)]));
    }

    [Fact]
    public void TheNearestIsTheOneWithTheFewestDifferences() => Assert.Equal(
        "no engine for gpu H200 (the nearest is for L4); 2 others for this model",
        KnownBuilds.WhyMissing(s_key, [Built(With(("gpu", "L4"), ("driver", "570.10")), 1), Built(With(("gpu", "L4")), 1)]));

    [Fact]
    public void UpToThreeDifferencesAreNamedAndLongValuesShortened()
    {
        string hash = new('a', 64);

        Assert.Equal(
            "no engine for dim/batch 1 (the nearest is for 8), driver 580.95 (the nearest is for 570.10), gpu H200 (the nearest is for L4) and 2 more; 1 other for this model",
            KnownBuilds.WhyMissing(s_key, [Built(With(("dim/batch", "8"), ("driver", "570.10"), ("gpu", "L4"), ("precision", "fp32"), ("salt", "x")), 1)]));
        Assert.Equal(
            "no engine for salt '' (the nearest is for aaaaaaaaaaaa…); 1 other for this model", KnownBuilds.WhyMissing(s_key, [Built(With(("salt", hash)), 1)]));
        Assert.Equal(
            "no engine for dla unset (the nearest is for 0); 1 other for this model", KnownBuilds.WhyMissing(s_key, [Built(With(("dla", "0")), 1)]));
    }

    [Fact]
    public void TheEstimateIsTheLastBuildOfTheModelElseThatOfTheNearest()
    {
        Manifest far = Built(Key("other", ("driver", "1")), 10), near = Built(new EngineKey("other", With(("gpu", "L4")).Parts), 20);
        Manifest early = Built(With(("gpu", "A"), ("driver", "1")), 30) with { Created = DateTimeOffset.UnixEpoch }, late = Built(With(("gpu", "B"), ("driver", "2")), 40);

        Assert.Null(KnownBuilds.Estimate(s_key, []));
        Assert.Equal(TimeSpan.FromSeconds(20), KnownBuilds.Estimate(s_key, [far, near]));
        Assert.Equal(TimeSpan.FromSeconds(40), KnownBuilds.Estimate(s_key, [far, early, late, near]));
    }

    private static EngineKey With(params (string Name, string Value)[] changes) =>
        new(s_key.Model, s_key.Parts.ToImmutableDictionary().SetItems(changes.Select(change => KeyValuePair.Create(change.Name, change.Value))));

    private static EngineKey Key(string model, params (string Name, string Value)[] parts) => new(model, parts.Select(part => KeyValuePair.Create(part.Name, part.Value)));

    private static Manifest Built(EngineKey key, double seconds) => new()
    {
        Key = key,
        Files = [],
        Created = DateTimeOffset.UnixEpoch.AddDays(1),
        BuildTime = TimeSpan.FromSeconds(seconds),
        Tools = ImmutableSortedDictionary<string, string>.Empty,
        Build = Guid.Empty,
    };
}
