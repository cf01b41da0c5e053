namespace ModelGen.Onnx.Operators;

/// <summary>Recurrent layers: every hidden state, then the last hidden state, then for LSTM the last cell state.</summary>
internal static class Recurrent
{
    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Recurrent layers",
    [
        new("RNN", [1, 7, 14, 22], node => Recur(node, gates: 1)),
        new("GRU", [1, 3, 7, 14, 22], node => Recur(node, gates: 3)),
        new("LSTM", [1, 7, 14, 22], node => Recur(node, gates: 4)),
    ]);

    private static void Recur(NodeContext node, int gates)
    {
        TensorShape? input = node.Shape(0, rank: 3), weights = node.Shape(1, rank: 3), recurrence = node.Shape(2, rank: 3);
        // From version 14 the batch can come first (layout 1).
        bool batchFirst = node.Int("layout", 0) != 0;
        Dim steps = input.At(batchFirst ? 1 : 0);
        Dim batch = input.At(batchFirst ? 0 : 1);
        Dim directions = Dim.Known(node.Text("direction", "forward") == "bidirectional" ? 2 : 1);
        Dim hidden = node.Int("hidden_size") is long size ? DimMath.OfSize(size)
            : recurrence is not null && recurrence.Dims[2] != Dim.Unknown ? recurrence.Dims[2]
            : weights?.Dims[1].Over(gates) ?? Dim.Unknown;

        ElementType element = node.Element(0);
        Dim[] last = batchFirst ? [batch, directions, hidden] : [directions, batch, hidden];
        node.Set(0, element, batchFirst ? [batch, steps, directions, hidden] : [steps, directions, batch, hidden]);
        node.Set(1, element, last);
        node.Set(2, element, last);
    }
}
