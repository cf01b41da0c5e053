using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests.Inference;

public class InferredShapesTests
{
    [Fact]
    public void NamesOfOpenInputDimsReachTheOutputs() =>
        Assert.Equal("batch×3", new ModelBuilder().Input("x", "batch", 3).Node("Relu", "x", "y").Output("y", "other", 3).Read().Shape("y"));

    [Fact]
    public void WhatTheGraphComputesCountsOverWhatTheFileDeclares()
    {
        ModelReading reading = new ModelBuilder().Input("x", 5, 3).Node("Relu", "x", "y").Output("y", 1, 3).Read();

        Assert.Contains("'y' is declared as float32 1×3, but the graph computes float32 5×3", reading.Only(Rules.StaleDeclaration), StringComparison.Ordinal);
        Assert.Equal("5×3", reading.Shape("y"));
        Assert.False(reading.HasErrors);
    }

    [Fact]
    public void StaleDeclarationsInsideTheGraphAreToldOnce()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 5, 3).Node("Relu", "x", "a").Node("Relu", "a", "b").Node("Relu", "b", "y").Output("y", (TypeProto?)null);
        foreach (string name in new[] { "a", "b" })
            model.Graph.Proto.ValueInfo.Add(new ValueInfoProto { Name = name, Type = GraphBuilder.Tensor(ElementType.Float, 1, 3) });

        string message = model.Read().Only(Rules.StaleDeclaration);

        Assert.Contains("'a' is declared as float32 1×3, but Relu 'Relu_a' computes float32 5×3", message, StringComparison.Ordinal);
        Assert.Contains("1 more values", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOperatorThatIsNotKnownGivesWhatTheFileDeclaresWithTheFixesPutIn()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "n", 3).Node("vendor.Op", "x", "a").Node("Relu", "a", "y").Output("y", (TypeProto?)null);
        model.Graph.Proto.ValueInfo.Add(new ValueInfoProto { Name = "a", Type = GraphBuilder.Tensor(ElementType.Float, "n", 7) });

        Assert.Equal("4×7", model.Read("n=4").Shape("y"));
    }

    [Fact]
    public void ASubgraphsValueInfoCountsAlsoWhereItsInputsAreDeclared()
    {
        AttributeProto body = GraphBuilder.Subgraph("body", graph =>
        {
            graph.Input("i", GraphBuilder.Tensor(ElementType.Int64)).Input("c", GraphBuilder.Tensor(ElementType.Bool)).Input("s", GraphBuilder.Tensor(ElementType.Float, 3))
                .Node("vendor.Op", "s", "a").Node("Identity", "c", "again").Node("Identity", "s", "same").Output("again").Output("same").Output("a");
            graph.Proto.ValueInfo.Add(new ValueInfoProto { Name = "a", Type = GraphBuilder.Tensor(ElementType.Float, 7) });
        });
        ModelReading reading = new ModelBuilder().Input("n", GraphBuilder.Tensor(ElementType.Int64)).Input("x", 3).Node("vendor.Op", "x", "state")
            .Node("Loop", "n,,state", "last,rows", body).Output("last", (TypeProto?)null).Output("rows", (TypeProto?)null).Read();

        Assert.Equal("?×7", reading.Shape("rows"));
    }

    [Fact]
    public void TheFirstNodeThatLostTheShapeIsNamed()
    {
        ModelFacts facts = new ModelBuilder().Input("x", 2, 3).Node("vendor.Op", "x", "a").Node("Relu", "a", "b").Node("Sqrt", "b", "y")
            .Output("y", null, 3).Read().Facts!;

        Assert.Equal(("vendor.Op 'vendor.Op_a'", false), (facts.Outputs[0].Loss!.Node, facts.Outputs[0].Loss!.FromOpenDims));
    }

    [Fact]
    public void DimsThatAreOnlyOpenBecauseTheInputsAreSaySo()
    {
        ModelFacts facts = new ModelBuilder().Input("x", "a", 3).Input("z", "b", 3).Node("Add", "x,z", "y").Output("y", null, 3).Read().Facts!;

        Assert.True(facts.Outputs[0].Loss!.FromOpenDims);
    }

    [Fact]
    public void AnOverridableInitializersElementsAreNotReliedOn()
    {
        var target = new TensorProto { Name = "t", DataType = (int)ElementType.Int64, Dims = { 2 }, Int64Data = { 6, 1 } };
        ModelBuilder Model(long ir) => new ModelBuilder(ir).Input("x", 2, 3).Input("t", GraphBuilder.Tensor(ElementType.Int64, 2)).Initializer(target)
            .Node("Reshape", "x,t", "y").Output("y", null, null);

        Assert.Equal("6×1", Model(3).Read().Shape("y"));
        Assert.Equal("?×?", Model(10).Read().Shape("y"));
        Assert.Contains("come from the graph input 't'", Model(10).Read().Facts!.Outputs[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void AFixedShapeThatANodeCantTakeIsAnError()
    {
        string message = new ModelBuilder().Input("x", "n", 3).Input("w", 4, 3).Node("Add", "x,w", "y").Output("y", 4, 3).Read("n=5").Only(Rules.NodeFails);

        Assert.StartsWith("Add 'Add_y' can't broadcast 5×3 with 4×3", message, StringComparison.Ordinal);
    }

    [Fact]
    public void GraphsThatFailEverywhereAreReadInBoundedTime()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 2).Input("w", 3);
        for (int i = 0; i < 20_000; i++)
            model.Node("Add", "x,w", "y" + i);

        Assert.Contains(model.Output("y0", 3).Read().Problems, problem => problem.Message.Contains("more like the 10 above", StringComparison.Ordinal));
    }
}
