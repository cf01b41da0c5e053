using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class NameCheckTests
{
    [Fact]
    public void ACircleIsNamedNodeByNode()
    {
        string message = new ModelBuilder().Input("x", 1)
            .Node("Add", "x,c", "a").Node("Relu", "a", "b").Node("Neg", "b", "c").Node("Abs", "c", "y")
            .Output("y", 1).Read().Only(Rules.NotSorted);

        Assert.Contains("goes round in a circle", message, StringComparison.Ordinal);
        Assert.Matches("Add 'Add_a' → Relu 'Relu_b' → Neg 'Neg_c' → Add 'Add_a'|Relu 'Relu_b' → Neg 'Neg_c' → Add 'Add_a' → Relu 'Relu_b'|Neg 'Neg_c' → Add 'Add_a' → Relu 'Relu_b' → Neg 'Neg_c'", message);
    }

    [Fact]
    public void AWrongOrderIsNoCircleAndNamesBothNodes()
    {
        Problem problem = Assert.Single(new ModelBuilder().Input("x", 1).Node("Relu", "a", "y").Node("Neg", "x", "a").Output("y", 1).Read().Problems);

        Assert.Contains("Relu 'Relu_y' reads 'a' before Neg 'Neg_a' computes it", problem.Message, StringComparison.Ordinal);
        Assert.Equal("Relu 'Relu_y'", problem.Node);
    }

    [Fact]
    public void ASubgraphReadsWhatWasDefinedAroundItBefore() => Samples.Everything().Read().Fine();

    [Fact]
    public void ASubgraphThatReadsItsOwnNodesOutputIsNotSorted()
    {
        AttributeProto body = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Neg", "y", "t").Output("t"));

        Assert.Contains("from this very subgraph", new ModelBuilder().Input("x", 1).Node("If", "x", "y", body).Output("y", 1).Read().Only(Rules.NotSorted), StringComparison.Ordinal);
    }

    [Fact]
    public void NamesOfASubgraphAreUnknownOutsideIt()
    {
        AttributeProto body = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Neg", "x", "t").Output("t"));

        Assert.Contains("reads 't'", new ModelBuilder().Input("x", 1).Node("If", "x", "i", body).Node("Neg", "t", "y").Output("y", 1).Read().Only(Rules.UndefinedName), StringComparison.Ordinal);
    }

    [Fact]
    public void SiblingSubgraphsMayUseTheSameNames()
    {
        AttributeProto then = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Neg", "x", "t").Output("t"));
        AttributeProto otherwise = GraphBuilder.Subgraph("else_branch", graph => graph.Node("Abs", "x", "t").Output("t"));

        new ModelBuilder().Input("x", 1).Node("If", "x", "y", then, otherwise).Output("y", 1).Read().Fine();
    }

    [Fact]
    public void AFunctionsBodySeesOnlyItsOwnInputs()
    {
        string message = ModelBuilder.Relu(1).Function("f", "F", "a", "b", GraphBuilder.MakeNode("Add", "a,x", "b")).Read().Only(Rules.UndefinedName);

        Assert.Contains("function 'F' reads 'x'", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y")]
    [InlineData("x")]
    public void AnOutputOfANodeMayNotBeDefinedAlready(string name) =>
        Assert.Contains($"'{name}' twice", ModelBuilder.Relu(1).Node("Abs", "x", name).Read().Only(Rules.DuplicateName), StringComparison.Ordinal);

    [Fact]
    public void InputsOutputsInitializersAndFunctionsMayNotBeListedTwice()
    {
        ModelReading reading = ModelBuilder.Relu(1).Input("x", 1).Output("y", 1).Initializer("w", 1).Initializer("w", 1)
            .Function("f", "F", "a", "b", GraphBuilder.MakeNode("Neg", "a", "b"))
            .Function("f", "F", "a", "b", GraphBuilder.MakeNode("Neg", "a", "b")).Read();

        Assert.Equal(4, reading.Problems.Count);
        Assert.All(reading.Problems, problem => Assert.Equal(Rules.DuplicateName, problem.Rule));
    }

    [Fact]
    public void AnOutputThatNothingComputesIsUndefined() =>
        Assert.Contains("gives out 'z'", ModelBuilder.Relu(1).Output("z", 1).Read().Only(Rules.UndefinedName), StringComparison.Ordinal);

    [Fact]
    public void HolesAreNoNames() =>
        new ModelBuilder().Input("x", 1).Node("Clip", "x,,", "y,,").Node("Dropout", "y", "z,").Output("z", 1).Read().Fine();

    [Fact]
    public void SparseInitializersAreNamedByTheirValues()
    {
        var sparse = new SparseTensorProto { Values = new TensorProto { Name = "s", DataType = 1, Dims = { 0 } }, Dims = { 4 } };

        new ModelBuilder().Input("x", 4).With(graph => graph.Proto.SparseInitializer.Add(sparse)).Node("Add", "x,s", "y").Output("y", 4).Read().Fine();
    }

    [Fact]
    public void ALongUnsortedChainIsJudgedWithoutRecursion()
    {
        ModelBuilder model = new ModelBuilder().Input("v0", 1);
        for (int i = 30_000; i > 0; i--)
            model.Node("Neg", $"v{i - 1}", $"v{i}");

        model.Output("v30000", 1).Read().Only(Rules.NotSorted);
    }
}
