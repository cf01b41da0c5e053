using Xunit.Abstractions;

namespace ModelGen.Conformance;

/// <summary>The counts, for people who read the log.</summary>
public sealed class SummaryTests(ITestOutputHelper log)
{
    [Fact]
    public void InferenceAnswersMoreThanTheFilesDeclareInEveryFamily()
    {
        List<string> unimproved = [];
        foreach (string family in Families.Names)
        {
            Verdict[] inferred = [.. Families.Of(family).Values.SelectMany(item => Judge.Outputs(item))];
            Verdict[] declared = [.. Families.Of(family).Values.SelectMany(item => Judge.Outputs(item, Stages.Declared))];
            int before = declared.Count(verdict => verdict.Fault is null);
            log.WriteLine($"{Tally.Of(inferred)}; as declared {before}");
            if (inferred.Count(verdict => verdict.Fault is null) <= before)
                unimproved.Add(Tally.Of(inferred));
        }
        Assert.Empty(unimproved);
    }

    [Fact]
    public void EveryFamilyIsThere()
    {
        Assert.Equal([111, 102, 119, 1115, 9], new[] { Families.Zoo, Families.Keras, Families.MlContrib, Families.Node, Families.Light }.Select(family => Families.Of(family).Count));
        Assert.True(Families.Of(Families.Trained).Count >= 8);
        Assert.All(Families.Names.SelectMany(family => Families.Of(family).Values), item => Assert.NotEmpty(item.Outputs));
    }
}
