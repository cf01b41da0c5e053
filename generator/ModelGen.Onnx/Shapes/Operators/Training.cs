namespace ModelGen.Onnx.Operators;

/// <summary>Optimisers and gradients of the preview of training: what they give is as what they update.</summary>
internal static class Training
{
    private const string Domain = "ai.onnx.preview.training";

    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Training",
    [
        new("Adagrad", [1], node => Update(node, 3, kept: [0, 2])) { Domain = Domain },
        new("Adam", [1], node => Update(node, 4, kept: [0, 2, 3])) { Domain = Domain },
        new("Momentum", [1], node => Update(node, 3, kept: [0, 2])) { Domain = Domain },
        new("Gradient", [1], Gradient) { Domain = Domain },
    ]);

    // After the learning rate and the count come all tensors, then all their gradients, then all of each state; tensors and states are given back.
    private static void Update(NodeContext node, int groups, int[] kept)
    {
        int inputs = node.InputCount - 2;
        if (inputs < groups || inputs % groups != 0)
            throw node.Fail($"needs a learning rate, a count and a multiple of {groups} tensors, but has {node.InputCount} inputs");
        int count = inputs / groups;
        for (int i = 0; i < kept.Length; i++)
            for (int tensor = 0; tensor < count; tensor++)
            {
                Fact fact = node.Input(2 + kept[i] * count + tensor);
                node.Set(i * count + tensor, fact.Element, fact.Shape);
            }
    }

    // The outputs are for the tensors named in xs, whose values are the first inputs.
    private static void Gradient(NodeContext node)
    {
        for (int i = 0; i < node.OutputCount && i < node.InputCount; i++)
            node.Set(i, node.Element(i), node.Shape(i));
    }
}
