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

    [Fact]
    public void EverySplitWithAHoleIsFoundButTrailingHolesAreFine()
    {
        var branch = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Split", "x", ",t").Output("t"));

        ModelReading reading = new ModelBuilder().Input("x", 4)
            .Node("Split", "x", "a,b,").Node("If", "x", "c", branch).Node("Split", "x", "d,,e")
            .Function("f", "F", "x", "y", GraphBuilder.MakeNode("Split", "x", "y,,z"))
            .Output("a", 1).Read();

        Assert.Equal(["MG1019", "MG1019", "MG1019"], reading.Ids());
        Assert.Contains("Split 'Split_d,,e'", reading.Problems[0].Node, StringComparison.Ordinal);
    }
}
