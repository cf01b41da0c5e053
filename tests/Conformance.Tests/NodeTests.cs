namespace ModelGen.Conformance;

/// <summary>ONNX's own tests of operators, with the declared outputs taken away.</summary>
public sealed class NodeTests
{
    public static TheoryData<string> All => Families.CaseNames(Families.Node);

    [Theory]
    [MemberData(nameof(All))]
    public void OutputsHaveTheShapesAndElementTypesThatTheTestDeclares(string test)
    {
        IReadOnlyList<Verdict> failures = Judge.Failures(Families.Of(Families.Node)[test]);
        Assert.True(failures.Count == 0, string.Join("\n", failures));
    }
}
