using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Other operators, inputs shuffled, missing, empty or too many, names twice, nodes out of order, doubled, or reading themselves.</summary>
internal sealed class NodeMutator : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        GraphProto graph = random.Pick(model.Graphs());
        if (graph.Node.Count == 0)
            return;
        int at = random.Next(graph.Node.Count);
        NodeProto node = graph.Node[at];
        NodeProto other = random.Pick(graph.Node);
        switch (random.Next(10))
        {
            case 0:
            case 1:
                (node.Domain, node.OpType) = random.Pick(corpus.Operators);
                break;
            case 2:
                string[] inputs = [.. node.Input];
                random.Shuffle(inputs);
                node.Input.Clear();
                node.Input.AddRange(inputs);
                break;
            case 3 when node.Input.Count > 0:
                node.Input.RemoveAt(random.Next(node.Input.Count));
                break;
            case 4 when node.Input.Count > 0:
                node.Input[random.Next(node.Input.Count)] = random.Pick(["", "nothing", .. node.Output, .. other.Input, .. other.Output]);
                break;
            case 5:
                node.Input.AddRange(Enumerable.Repeat(random.Pick(["", .. node.Input, .. graph.Initializer.Select(tensor => tensor.Name)]), random.Pick([1, 2, 3, 2000])));
                break;
            case 6 when node.Output.Count > 0:
                node.Output[random.Next(node.Output.Count)] = random.Pick(["", .. other.Output, .. graph.Input.Select(input => input.Name)]);
                break;
            case 7:
                node.Output.AddRange(Enumerable.Range(0, random.Pick([1, 2, 50])).Select(i => "more" + i));
                break;
            case 8:
                graph.Node.Insert(random.Next(graph.Node.Count), node.Clone());
                break;
            default:
                graph.Node.RemoveAt(at);
                if (random.Next(2) == 0)
                    graph.Node.Insert(random.Next(graph.Node.Count + 1), node);
                break;
        }
    }
}
