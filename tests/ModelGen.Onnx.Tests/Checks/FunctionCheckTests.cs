namespace ModelGen.Onnx.Tests;

public sealed class FunctionCheckTests
{
    [Fact]
    public void FunctionsThatCallEachOtherAreNamedInOrder()
    {
        string message = ModelBuilder.Relu(1)
            .Function("f", "A", "a", "b", GraphBuilder.MakeNode("f.B", "a", "b"))
            .Function("f", "B", "a", "b", GraphBuilder.MakeNode("f.A", "a", "b"))
            .Function("f", "C", "a", "b", GraphBuilder.MakeNode("f.A", "a", "b"))
            .Read().Only(Rules.RecursiveFunction);

        Assert.Matches("'f.A' → 'f.B' → 'f.A'|'f.B' → 'f.A' → 'f.B'", message);
    }

    [Fact]
    public void ACallThroughASubgraphCountsToo()
    {
        var branch = GraphBuilder.Subgraph("then_branch", graph => graph.Node("f.F", "a", "t").Output("t"));

        ModelBuilder.Relu(1).Function("f", "F", "a", "b", GraphBuilder.MakeNode("If", "a", "b", branch)).Read().Only(Rules.RecursiveFunction);
    }

    [Fact]
    public void AnOverloadIsAnotherFunction()
    {
        ModelBuilder model = ModelBuilder.Relu(1).Function("f", "F", "a", "b", GraphBuilder.MakeNode("f.F", "a", "b"));
        model.Proto.Functions[0].Node[0].Overload = "other";

        model.Read().Fine();
    }

    [Fact]
    public void AChainOfTenThousandFunctionsIsFine()
    {
        ModelBuilder model = ModelBuilder.Relu(1);
        for (int i = 0; i < 10_000; i++)
            model.Function("f", "F" + i, "a", "b", GraphBuilder.MakeNode("f.F" + (i + 1), "a", "b"), GraphBuilder.MakeNode("f.F" + (i + 1), "a", "c"));

        model.Read().Fine();
    }
}
