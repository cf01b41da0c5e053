namespace ModelGen.Conformance;

/// <summary>ONNX's own tests of operators, with the declared outputs taken away.</summary>
public sealed class NodeTests
{
    public static TheoryData<string> All => Families.CaseNames(Families.Node);

    public static TheoryData<string> DataDependent => [.. NodeCases.DataDependent.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void OutputsHaveTheShapesAndElementTypesThatTheTestDeclares(string test)
    {
        IReadOnlyList<Verdict> failures = Judge.Failures(Families.Of(Families.Node)[test]);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }

    [Theory]
    [MemberData(nameof(DataDependent))]
    public void EveryExceptionForDataIsNeededAndSaysWhy(string test)
    {
        IReadOnlyList<Verdict> exact = Judge.Outputs(Families.Of(Families.Node)[test], exact: true);
        Assert.Contains(exact, verdict => verdict.Fault is not null);
        Assert.True(NodeCases.DataDependent[test].Length > 10, $"Say in data-dependent.txt what the shape of {test} depends on.");
    }
}
