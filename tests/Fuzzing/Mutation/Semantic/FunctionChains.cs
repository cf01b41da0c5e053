using ModelGen.Onnx.Wire;

namespace ModelGen.Fuzzing;

/// <summary>Functions that call each other: in a circle, or each the one before twice, which is 2ⁿ calls in n functions; also from within subgraphs.</summary>
internal sealed class FunctionChains : IModelMutator
{
    private const string Domain = "chain";

    /// <inheritdoc/>
    public void Mutate(ModelProto model, Corpus corpus, Random random)
    {
        int count = random.Pick([1, 2, 10, 40, 120]);
        bool circle = random.Next(3) == 0;
        bool nested = random.Next(3) == 0;
        int calls = random.Next(1, 4);
        int first = model.Functions.Count;
        for (int i = 0; i < count; i++)
        {
            var function = new FunctionProto { Domain = Domain, Name = "f" + (first + i), Input = { "x" }, Output = { "y" + (calls - 1) } };
            string value = "x";
            for (int call = 0; call < calls; call++)
            {
                string target = i > 0 ? "f" + (first + i - 1) : circle ? "f" + (first + count - 1) : "Identity";
                NodeProto node = new() { OpType = target, Domain = target == "Identity" ? "" : Domain, Input = { value }, Output = { "y" + call } };
                function.Node.Add(nested ? Within(node) : node);
                value = random.Next(2) == 0 ? "y" + call : "x";
            }
            function.OpsetImport.Add(new OperatorSetIdProto { Domain = "", Version = random.Next(1, 26) });
            function.OpsetImport.Add(new OperatorSetIdProto { Domain = Domain, Version = 1 });
            model.Functions.Add(function);
        }
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = Domain, Version = 1 });
        string output = model.Fresh();
        model.Graph.Node.Add(new NodeProto { OpType = "f" + (first + count - 1), Domain = Domain, Input = { model.AnyValue(random) }, Output = { output } });
        model.Expose(output);
    }

    // An If on a condition that nobody knows, both of whose branches call.
    private static NodeProto Within(NodeProto call)
    {
        var branch = new GraphProto { Node = { call }, Output = { new ValueInfoProto { Name = call.Output[0] } } };
        return new NodeProto
        {
            OpType = "If",
            Input = { "x" },
            Output = { call.Output },
            Attribute = { Graft.Body("then_branch", branch), Graft.Body("else_branch", branch.Clone()) },
        };
    }
}
