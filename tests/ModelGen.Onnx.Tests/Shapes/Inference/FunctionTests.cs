using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests.Inference;

public class FunctionTests
{
    [Fact]
    public void AFunctionIsInferredWithTheShapesItIsCalledWith()
    {
        ModelReading reading = new ModelBuilder().Input("a", 2, 1).Input("b", 3).Input("c", 5)
            .Function("f", "Plus", "x,y", "z", GraphBuilder.MakeNode("Add", "x,y", "z"))
            .Node("f.Plus", "a,b", "ab").Node("f.Plus", "a,c", "ac").Output("ab", (TypeProto?)null).Output("ac", (TypeProto?)null).Read();

        Assert.Empty(reading.Problems);
        Assert.Equal(("2×3", "2×5"), (reading.Shape("ab"), reading.Shape("ac")));
    }

    [Fact]
    public void AttributesOfTheCallReachTheFunctionsNodes()
    {
        NodeProto inner = GraphBuilder.MakeNode("Constant", "", "z", new AttributeProto { Name = "value_ints", RefAttrName = "sizes", Type = AttributeProto.Types.AttributeType.Ints });
        ModelBuilder model = new ModelBuilder().Input("a", 1)
            .Function("f", "Sizes", "x", "z", inner)
            .Node("f.Sizes", "a", "y", Operators.Infer.Attribute("sizes", 4L, 5L, 6L)).Output("y", (TypeProto?)null);

        Assert.Equal("3", model.Read().Shape("y"));
    }

    [Fact]
    public void DefaultsOfTheFunctionCountWhereTheCallGivesNone()
    {
        NodeProto inner = GraphBuilder.MakeNode("Constant", "", "z", new AttributeProto { Name = "value_ints", RefAttrName = "sizes", Type = AttributeProto.Types.AttributeType.Ints });
        ModelBuilder model = new ModelBuilder().Input("a", 1).Function("f", "Sizes", "x", "z", inner).Node("f.Sizes", "a", "y").Output("y", (TypeProto?)null);
        model.Proto.Functions[0].AttributeProto.Add(Operators.Infer.Attribute("sizes", 7L, 8L));

        Assert.Equal("2", model.Read().Shape("y"));
    }

    [Fact]
    public void AFunctionSeesNothingOfTheGraphAround()
    {
        ModelBuilder model = new ModelBuilder().Input("a", 4).Function("f", "Same", "x", "z", GraphBuilder.MakeNode("Relu", "x", "z"))
            .Node("f.Same", "a", "y").Output("y", (TypeProto?)null);
        model.Input("z", 9);

        Assert.Equal("4", model.Read().Shape("y"));
    }

    [Fact]
    public void FunctionsThatCallEachOtherTwiceTakeNoExponentialTime()
    {
        ModelBuilder model = new ModelBuilder().Input("a", 3);
        const int Levels = 60;
        for (int i = 0; i < Levels; i++)
        {
            string next = i + 1 < Levels ? "f.L" + (i + 1) : "Relu";
            model.Function("f", "L" + i, "x", "z", GraphBuilder.MakeNode(next, "x", "p"), GraphBuilder.MakeNode(next, "x", "q"), GraphBuilder.MakeNode("Add", "p,q", "z"));
        }

        Assert.Equal("3", model.Node("f.L0", "a", "y").Output("y", (TypeProto?)null).Read().Shape("y"));
    }

    [Fact]
    public void FunctionsNestedTooDeeplyAreGivenUpWithoutAnException()
    {
        ModelBuilder model = new ModelBuilder().Input("a", 3);
        for (int i = 0; i < 5000; i++)
            model.Function("f", "L" + i, "x", "z", GraphBuilder.MakeNode(i < 4999 ? "f.L" + (i + 1) : "Relu", "x", "z"));

        Assert.Contains("function within more than 64 others", model.Node("f.L0", "a", "y").Output("y", GraphBuilder.Unranked(ElementType.Float)).Read().Only(Rules.UnknownRank), StringComparison.Ordinal);
    }
}
