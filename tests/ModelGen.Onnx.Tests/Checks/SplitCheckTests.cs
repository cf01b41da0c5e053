namespace ModelGen.Onnx.Tests;

public sealed class SplitCheckTests
{
    [Theory]
    [InlineData(",b,c")]
    [InlineData("a,,c")]
    [InlineData("a,b,")]
    public void ASplitMayLeaveOutNoOutput(string outputs)
    {
        Problem problem = Assert.Single(new ModelBuilder(opset: 13).Input("x", 6).Node("Split", "x", outputs).Node("Neg", "x", "y").Output("y", 6).Read().Problems);

        Assert.Equal((Rules.SplitHole, $"Split 'Split_{outputs}'"), (problem.Rule, problem.Node));
    }

    [Fact]
    public void SplitsInSubgraphsAndFunctionsCountToo()
    {
        var branch = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Split", "x", ",t").Output("t"));

        ModelReading reading = new ModelBuilder().Input("x", 4).Node("If", "x", "c", branch)
            .Function("f", "F", "x", "y", GraphBuilder.MakeNode("Split", "x", "y,,z"))
            .Output("c", 1).Read();

        Assert.Equal(["MG1019", "MG1019"], reading.Ids());
    }

    [Fact]
    public void WholeSplitsAndOthersOperatorsOfThatNameAreFine() =>
        new ModelBuilder(opset: 13).Input("x", 4).Node("Split", "x", "a,b", Operators.Infer.Attribute("num_outputs", 2)).Node("vendor.Split", "x", "c,,d").Output("a", 2).Read().Fine();
}
