namespace ModelGen.Onnx.Operators;

/// <summary>Runs rules of tensors with their channels second, as the standard has them, on tensors with their channels last.</summary>
internal static class ChannelsLast
{
    /// <summary>Runs a rule with the first input relaid, and lays its outputs back. Weights are laid out as ever.</summary>
    public static void Run(NodeContext node, ShapeRule rule)
    {
        TensorShape? shape = node.ShapeFrom(0, 2);
        NodeContext relaid = node.With(Fact.Tensor(node.Element(0), shape is null ? null : ToSecond(shape)));
        rule(relaid);
        if (relaid.Lost is { } why)
            node.Lose(why);
        for (int i = 0; i < node.OutputCount; i++)
            if (relaid.Output(i) is { } output)
                node.Set(i, output.Element, output.Shape is { Rank: > 2 } result ? ToLast(result) : output.Shape);
    }

    /// <summary>The rule where the node's attribute <c>channels_last</c> is set, else the rule itself.</summary>
    public static ShapeRule WhereSaid(ShapeRule rule) => node =>
    {
        if (node.Int("channels_last", 0) != 0)
            Run(node, rule);
        else
            rule(node);
    };

    private static TensorShape ToSecond(TensorShape shape) => new(new([shape.Dims[0], shape.Last(), .. shape.Dims.Skip(1).Take(shape.Rank - 2)]));

    private static TensorShape ToLast(TensorShape shape) => new(new([shape.Dims[0], .. shape.Dims.Skip(2), shape.Dims[1]]));
}
