using ModelGen.Onnx;

namespace ModelGen.Conformance;

/// <summary>Every model here has been run; what says that one can't run is wrong.</summary>
public sealed class FalseAlarmTests
{
    private static readonly ProblemRule[] s_accusations =
    [
        Rules.Unreadable, Rules.Truncated, Rules.Malformed, Rules.GraphTooLarge, Rules.NotSorted, Rules.UndefinedName, Rules.DuplicateName, Rules.InitializerSize,
        Rules.RecursiveFunction, Rules.NotAModel, Rules.SplitHole, Rules.AbsurdDim, Rules.ShapeContradiction, Rules.UnknownFixName, Rules.NodeFails,
    ];

    public static TheoryData<string> AllFamilies => [.. Families.Names];

    [Theory]
    [MemberData(nameof(AllFamilies))]
    public void NoModelThatRunsIsSaidToBeBroken(string family)
    {
        string[] alarms = [.. Families.Of(family).Values.SelectMany(item => Judge.Read(item).Problems
            .Where(problem => s_accusations.Contains(problem.Rule))
            .Select(problem => $"{item.Id}: {problem.Rule.Id} {problem.Message} {problem.Node}"))];
        Assert.True(alarms.Length == 0, $"{alarms.Length} false alarms:\n{string.Join("\n", alarms)}");
    }
}
