using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>The whole graph as the body of an If or a Loop, up to 30 times over; loops run for ever, never, or so often that a count overflows.</summary>
internal sealed class Nesting : IModelMutator
{
    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        if (model.CalculateSize() > 100_000)
            return;
        for (int depth = random.Pick([1, 2, 5, 23, 24, 30]); depth > 0; depth--)
        {
            GraphProto body = model.Graph;
            var graph = new GraphProto { Name = "around", Input = { body.Input.Select(input => input.Clone()) } };
            model.Graph = graph;
            string output = "n" + depth;
            if (random.Next(2) == 0)
            {
                string condition = random.Next(2) == 0 ? model.Ints(true, 1) : model.AnyValue(random);
                var otherwise = new GraphProto { Name = "else", Node = { new NodeProto { OpType = "Identity", Input = { condition }, Output = { "e" } } }, Output = { new ValueInfoProto { Name = "e" } } };
                body.Input.Clear();
                graph.Node.Add(new NodeProto { OpType = "If", Input = { condition }, Output = { output }, Attribute = { Graft.Body("then_branch", body), Graft.Body("else_branch", otherwise) } });
            }
            else
            {
                string trips = model.Ints(true, random.Extreme());
                body.Input.Insert(0, new ValueInfoProto { Name = "i" });
                body.Input.Insert(1, new ValueInfoProto { Name = "c" });
                body.Output.Insert(0, new ValueInfoProto { Name = random.Next(2) == 0 ? "c" : "i" });
                graph.Node.Add(new NodeProto { OpType = random.Next(4) == 0 ? "Scan" : "Loop", Input = { trips, "", model.AnyValue(random) }, Output = { output, output + "s" }, Attribute = { Graft.Body("body", body), Graft.Int("num_scan_inputs", random.Next(-1, 4)) } });
            }
            graph.Output.Add(new ValueInfoProto { Name = output });
        }
    }
}
