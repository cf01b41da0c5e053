using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Operators;

/// <summary>Operators that hold subgraphs.</summary>
internal static class ControlFlow
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Control flow",
    [
        new("If", [1, 11, 13, 16, 19, 21, 23, 24, 25], If) { FollowsElements = true },
        new("Loop", [1, 11, 13, 16, 19, 21, 23, 24, 25], LoopRule.Infer) { FollowsElements = true, DataDependent = "the number of iterations, where the condition is computed from data" },
        new("Scan", [8, 9, 11, 16, 19, 21, 23, 24, 25], ScanRule.Infer),
        new("SequenceMap", [17], SequenceMap),
    ]);

    // A branch that can't run is not taken by a model that works, so the other one's result stands.
    private static void If(NodeContext node)
    {
        GraphProto then = node.Graph("then_branch") ?? throw node.Fail("has no then_branch");
        GraphProto otherwise = node.Graph("else_branch") ?? throw node.Fail("has no else_branch");

        Fact[] results;
        if (node.Single(0).Integer is long condition)
        {
            results = node.Run(condition != 0 ? then : otherwise, [], isCertain: true);
        }
        else
        {
            Fact[] left = node.Run(then, [], isCertain: false, out bool leftFails);
            Fact[] right = node.Run(otherwise, [], isCertain: false, out bool rightFails);
            results = leftFails ? right : rightFails ? left : [.. left.Zip(right, FactJoin.Join)];
            node.Lose("has branches that give different shapes, and which one is taken is only known when it runs");
        }
        for (int i = 0; i < node.OutputCount && i < results.Length; i++)
            node.Set(i, results[i]);
    }

    private static void SequenceMap(NodeContext node)
    {
        GraphProto body = node.Graph("body") ?? throw node.Fail("has no body");
        int? count = node.Input(0).Items?.Count;
        Fact[][] passes = count is int known && known <= Subgraphs.MostPasses
            ? [.. Enumerable.Range(0, known).Select(i => node.Run(body, Arguments(node, i), isCertain: true))]
            : [node.Run(body, Arguments(node, null), isCertain: false)];
        Fact[] any = passes.Length > 0 ? passes.Aggregate(Subgraphs.Join) : node.Run(body, Arguments(node, null), isCertain: false);
        for (int i = 0; i < node.OutputCount && i < any.Length; i++)
        {
            int output = i;
            node.Set(i, count == passes.Length
                ? Fact.Sequence(any[i].Type, [.. passes.Select(pass => pass[output])])
                : new Fact(new SequenceType(any[i].Type)));
        }
    }

    // Sequences go in item by item, tensors as they are (SequenceMap-17).
    private static Fact[] Arguments(NodeContext node, int? index) => [.. Enumerable.Range(0, node.InputCount).Select(node.Input).Select(input =>
        input.Type is SequenceType sequence
            ? index is int i && input.Items is { } items && i < items.Count ? items[i] : new Fact(sequence.Element)
            : input)];
}
