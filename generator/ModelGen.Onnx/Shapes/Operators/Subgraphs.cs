using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Operators;

/// <summary>What Loop and Scan have in common: bodies that run many times.</summary>
internal static class Subgraphs
{
    /// <summary>Passes through a body that are followed one by one; exporters unroll or count to a few hundred.</summary>
    public const int MostPasses = 1024;

    // Dims settle after the first join; what still changes then are elements, which go first, then ranks.
    private const int PassesWithElements = 3;
    private const int PassesWithRanks = 6;
    private const int PassesInAll = 8;

    /// <summary>Both results, by position.</summary>
    public static Fact[] Join(Fact[] left, Fact[] right) => [.. left.Zip(right, FactJoin.Join)];

    /// <summary>What holds of the states before every pass, and of the body's outputs after any: joins until nothing changes.</summary>
    /// <param name="node">The node.</param>
    /// <param name="body">Its body.</param>
    /// <param name="states">The initial states.</param>
    /// <param name="before">The body's inputs that come before the states.</param>
    /// <param name="after">Those that come after them.</param>
    /// <param name="first">The index of the first state among the body's outputs.</param>
    public static (Fact[] States, Fact[] Outputs) Settle(NodeContext node, GraphProto body, Fact[] states, Fact[] before, Fact[] after, int first)
    {
        for (int pass = 0; ; pass++)
        {
            Fact[] outputs = node.Run(body, [.. before, .. states, .. after], isCertain: false);
            Fact[] next = [.. states.Select((state, i) => first + i < outputs.Length ? FactJoin.Join(state, outputs[first + i]) : Fact.Unknown)];
            for (int i = 0; i < next.Length; i++)
                if (!next[i].Equals(states[i]))
                    next[i] = Widen(next[i], pass);
            if (next.SequenceEqual(states) || pass == PassesInAll)
                return (next, outputs);
            states = next;
        }
    }

    /// <summary>A tensor with one more dim; nothing is known of anything else.</summary>
    public static Fact Insert(Fact fact, int axis, Dim dim) => fact.Type is TensorType { Shape: { } shape } tensor && axis <= shape.Rank
        ? Fact.Tensor(tensor.Element, new TensorShape(new([.. shape.Dims.Take(axis), dim, .. shape.Dims.Skip(axis)]))).LostAt(fact.Loss)
        : Fact.Tensor(fact.Element, null).LostAt(fact.Loss);

    /// <summary>A tensor without one of its dims.</summary>
    public static Fact Remove(Fact fact, int axis) => fact.Type is TensorType { Shape: { } shape } tensor
        ? Fact.Tensor(tensor.Element, new TensorShape(new(shape.Dims.Where((_, i) => i != axis)))).LostAt(fact.Loss)
        : fact;

    private static Fact Widen(Fact fact, int pass) => fact.Type switch
    {
        _ when pass < PassesWithElements => fact,
        TensorType tensor => Fact.Tensor(tensor.Element, pass < PassesWithRanks ? tensor.Shape : null).LostAt(fact.Loss),
        _ => new Fact(fact.Type).LostAt(fact.Loss),
    };
}
