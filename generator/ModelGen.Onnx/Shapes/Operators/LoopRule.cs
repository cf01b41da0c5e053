using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Operators;

/// <summary>Loop: run through pass by pass where the number of passes is known and small, else what holds for any number of them.</summary>
internal static class LoopRule
{
    /// <summary>The rule.</summary>
    public static void Infer(NodeContext node)
    {
        GraphProto body = node.Graph("body") ?? throw node.Fail("has no body");
        Fact[] states = [.. Enumerable.Range(2, Math.Max(0, node.InputCount - 2)).Select(node.Input)];
        if (!TryRunThrough(node, body, states))
            Settle(node, body, states);
    }

    private static bool TryRunThrough(NodeContext node, GraphProto body, Fact[] states)
    {
        long? most = node.Has(0) ? node.Single(0).Integer : long.MaxValue;
        long? goesOn = node.Has(1) ? node.Single(1).Integer : 1;
        if (most is null || goesOn is null || (most > Subgraphs.MostPasses && most != long.MaxValue))
            return false;

        long reserve = node.Budget.Visits / 2;
        Fact[]? stacked = null;
        int pass = 0;
        for (; pass < most && goesOn != 0; pass++)
        {
            if (pass == Subgraphs.MostPasses || node.Budget.Visits < reserve)
                return false;
            Fact[] outputs = node.Run(body, [Number(ElementType.Int64, pass), Number(ElementType.Bool, 1), .. states], isCertain: true);
            if (outputs.Length <= states.Length || Single(outputs[0]) is not long condition)
                return false;
            // Without a condition at the start, the body's own is ignored only if there is none: it always has one (Loop-11).
            goesOn = condition;
            Array.Copy(outputs, 1, states = new Fact[states.Length], 0, states.Length);
            Fact[] scanned = [.. outputs.Skip(1 + states.Length)];
            stacked = stacked is null ? scanned : Subgraphs.Join(stacked, scanned);
        }

        stacked ??= [.. node.Run(body, [Number(ElementType.Int64, null), Number(ElementType.Bool, null), .. states], isCertain: false).Skip(1 + states.Length)];
        Set(node, states, stacked, Dim.Known(pass));
        return true;
    }

    private static void Settle(NodeContext node, GraphProto body, Fact[] states)
    {
        bool startsTrue = !node.Has(1) || node.Single(1).Integer is not (null or 0);
        Fact condition = Number(ElementType.Bool, startsTrue ? 1 : null);
        (Fact[] settled, Fact[] outputs) = Subgraphs.Settle(node, body, states, [Number(ElementType.Int64, null), condition], [], first: 1);

        // If the condition is true again whenever it was true, it stays so.
        bool staysTrue = startsTrue && outputs.Length > 0 && Single(outputs[0]) is not (null or 0);
        Dim passes = staysTrue && node.Has(0) ? node.Single(0).ToDim() : Dim.Unknown;
        if (!staysTrue)
            node.Lose("runs as often as a condition says that is computed when it runs");
        else if (node.Has(0))
            node.LoseFor(0);
        Set(node, settled, [.. outputs.Skip(1 + states.Length)], passes);
    }

    private static void Set(NodeContext node, Fact[] states, Fact[] stacked, Dim passes)
    {
        for (int i = 0; i < states.Length; i++)
            node.Set(i, states[i]);
        for (int i = 0; i < stacked.Length; i++)
            node.Set(states.Length + i, Subgraphs.Insert(stacked[i], 0, passes));
    }

    private static long? Single(Fact fact) => fact.Value is { Count: 1 } value ? value[0].Integer : null;

    private static Fact Number(ElementType element, long? value) =>
        Fact.Of(new PartialTensor(element, [], [value is long number ? Scalar.Int(number) : Scalar.Unknown]));
}
