namespace ModelGen.Onnx.Operators;

/// <summary>Losses: one for each label, or reduced to a scalar.</summary>
internal static class Losses
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Losses",
    [
        new("NegativeLogLikelihoodLoss", [12, 13, 22], Loss),
        new("SoftmaxCrossEntropyLoss", [12, 13], Loss),
    ]);

    // Scores are N × classes × the other dims, labels N × the other dims.
    private static void Loss(NodeContext node)
    {
        TensorShape? scores = node.ShapeFrom(0, 2), labels = node.ShapeFrom(1, 1);
        if (scores is not null && labels is not null && scores.Rank != labels.Rank + 1)
            throw node.Fail($"needs labels of one dim less than its scores, but they are {labels} and {scores}");
        switch (node.Text("reduction", "mean"))
        {
            case "none":
                node.Set(0, node.Element(0), labels ?? (scores is null ? null : new TensorShape(new(scores.Dims.Where((_, i) => i != 1)))));
                break;
            case "mean" or "sum":
                node.Set(0, node.Element(0), []);
                break;
            case var other:
                throw node.Fail($"has reduction={Printable.Quote(other)}, which is none of none, mean and sum");
        }
        // SoftmaxCrossEntropyLoss also gives the logarithms of the probabilities.
        node.Set(1, node.Element(0), scores);
    }
}
