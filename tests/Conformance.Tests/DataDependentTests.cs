namespace ModelGen.Conformance;

/// <summary>The list of exceptions, so that it can't rot.</summary>
public sealed class DataDependentTests
{
    public static TheoryData<string> Ids => [.. DataDependent.Reasons.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryExceptionForDataIsNeededAndSaysWhy(string id)
    {
        IReadOnlyList<Verdict> exact = Judge.Outputs(Families.Case(id), exact: true);
        Assert.Contains(exact, verdict => verdict.Fault is not null);
        Assert.True(DataDependent.Reasons[id].Length > 10, $"Say in data-dependent.txt what the shapes of {id} depend on.");
    }
}
