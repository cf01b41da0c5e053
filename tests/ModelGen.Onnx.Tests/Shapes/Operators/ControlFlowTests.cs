using ModelGen.Onnx.Wire;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ControlFlowTests
{
    private static readonly AttributeProto s_then = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Constant", "", "t", Attribute("value_floats", 1f, 2f)).Output("t"));
    private static readonly AttributeProto s_else = GraphBuilder.Subgraph("else_branch", graph => graph.Node("Constant", "", "e", Attribute("value_floats", 1f, 2f, 3f)).Output("e"));

    [Theory]
    [InlineData(true, "float32 2")]
    [InlineData(false, "float32 3")]
    [InlineData(null, "float32 ?")]
    public void IfTakesTheBranchOfAKnownConditionElseWhatBothHave(bool? condition, string expected) =>
        Assert.Equal(expected, Op("If", 21, [Value(ElementType.Bool, [], condition)], s_then, s_else));

    [Fact]
    public void ABranchThatCantRunIsNotTaken()
    {
        AttributeProto broken = GraphBuilder.Subgraph("else_branch", graph => graph
            .Node("Constant", "", "a", Attribute("value_floats", 1f, 2f)).Node("Constant", "", "b", Attribute("value_floats", 1f, 2f, 3f)).Node("Add", "a,b", "e").Output("e"));

        Inferred inferred = All("If", 21, [Tensor(ElementType.Bool)], 1, s_then, broken);

        Assert.Equal("float32 2", inferred.Texts[0]);
        Assert.Null(inferred.Fault);
    }

    [Fact]
    public void TheReasonOfAnIfWhoseBranchesDifferNamesTheNode()
    {
        ShapeLoss loss = All("If", 21, [Tensor(ElementType.Bool)], 1, s_then, s_else).Facts[0].Loss!;

        Assert.Equal("If 'node'", loss.Node);
        Assert.StartsWith("has branches that give different shapes", loss.Why, StringComparison.Ordinal);
        Assert.False(loss.FromOpenDims);
    }

    [Theory]
    [InlineData(5, "float32 2", "float32 5×2")]
    [InlineData(0, "float32 2", "float32 0×2")]
    [InlineData(null, "float32 2", "float32 ?×2")]
    [InlineData("n", "float32 2", "float32 n×2")]
    [InlineData(1_000_000, "float32 2", "float32 1000000×2")]
    public void LoopStacksItsScanOutputsAsOftenAsItRuns(object? trips, string state, string scanned)
    {
        Inferred inferred = All("Loop", 21, [Value(ElementType.Int64, [], trips), Hole, Float(2)], 2, Body(graph => graph
            .Node("Identity", "c", "c2").Node("Add", "s,s", "s2").Node("Identity", "s2", "y"), "y"));

        Assert.Equal([state, scanned], inferred.Texts);
    }

    [Fact]
    public void ALoopWhoseStateGrowsIsRunThrough()
    {
        AttributeProto body = Body(graph => graph.Node("Identity", "c", "c2").Node("Concat", "s,s", "s2", Attribute("axis", 0)));

        Assert.Equal("float32 16", Op("Loop", 21, [Int(3), Hole, Float(2)], body));
        Assert.Equal("float32 ?", Op("Loop", 21, [Tensor(ElementType.Int64), Hole, Float(2)], body));
    }

    [Fact]
    public void ALoopEndsWhenItsConditionIsKnownToBeFalse()
    {
        AttributeProto body = Body(graph => graph
            .Node("Constant", "", "one", Attribute("value_int", 1)).Node("Constant", "", "limit", Attribute("value_int", 4))
            .Node("Add", "s,one", "s2").Node("Less", "s2,limit", "c2").Node("Identity", "s2", "y"), "y");

        Inferred inferred = All("Loop", 21, [Hole, Value(ElementType.Bool, [], true), Int(0)], 2, body);

        Assert.Equal("4", inferred.Elements);
        Assert.Equal("int64 4", inferred.Texts[1]);
    }

    [Fact]
    public void AConditionFromDataLeavesTheNumberOfIterationsOpen()
    {
        AttributeProto body = Body(graph => graph.Node("ReduceMax", "s", "m", Attribute("keepdims", 0)).Node("Cast", "m", "c2", Attribute("to", (long)ElementType.Bool)).Node("Identity", "s", "s2").Node("Identity", "s", "y"), "y");

        Inferred inferred = All("Loop", 21, [Int(9), Value(ElementType.Bool, [], true), Float(2)], 2, body);

        Assert.Equal(["float32 2", "float32 ?×2"], inferred.Texts);
        Assert.Contains("condition", inferred.Facts[1].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void ScanSeesSlicesAndStacksThem()
    {
        AttributeProto body = GraphBuilder.Subgraph("body", graph => graph.Input("s", null).Input("x", null)
            .Node("Add", "s,x", "s2").Node("Identity", "s2", "y").Output("s2").Output("y"));

        Assert.Equal(["float32 2", "float32 3×2"], All("Scan", 11, [Float(2), Float(3, 2)], 2, body, Attribute("num_scan_inputs", 1)).Texts);
        Assert.Equal(["float32 2", "float32 2×3"], All("Scan", 11, [Float(2), Float(2, 3)], 2, body, Attribute("num_scan_inputs", 1),
            Attribute("scan_input_axes", [1L]), Attribute("scan_output_axes", [-1L])).Texts);
    }

    [Fact]
    public void Scan8HasABatchAndTheLengthsFirst()
    {
        AttributeProto body = GraphBuilder.Subgraph("body", graph => graph.Input("s", null).Input("x", null)
            .Node("Add", "s,x", "s2").Node("Identity", "s2", "y").Output("s2").Output("y"));

        Assert.Equal(["float32 7×2", "float32 7×3×2"], All("Scan", 8, [Hole, Float(7, 2), Float(7, 3, 2)], 2, body, Attribute("num_scan_inputs", 1)).Texts);
    }

    [Fact]
    public void ScannedInputsOfDifferentLengthsCantGoTogether()
    {
        AttributeProto body = GraphBuilder.Subgraph("body", graph => graph.Input("a", null).Input("b", null).Node("Add", "a,b", "y").Output("y"));

        Assert.Contains("3 and of 4 steps", All("Scan", 11, [Float(3), Float(4)], 1, body, Attribute("num_scan_inputs", 2)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void SequenceMapRunsItsBodyOnEachItem()
    {
        AttributeProto body = GraphBuilder.Subgraph("body", graph => graph.Input("a", null).Input("b", null).Node("Add", "a,b", "y").Output("y"));
        Fact sequence = Fact.Sequence(new TensorType(ElementType.Float, null), [Float(2, 1).Fact!, Float(3, 1).Fact!]);

        Fact result = All("SequenceMap", 17, [Of(sequence), Float(4)], 1, body).Facts[0];

        Assert.Equal(["float32 2×4", "float32 3×4"], result.Items!.Select(item => item.Type.ToText()));
    }

    [Theory]
    [InlineData("If", "then_branch")]
    [InlineData("Loop", "body")]
    [InlineData("Scan", "body")]
    [InlineData("SequenceMap", "body")]
    public void ASubgraphThatIsMissingIsNamed(string op, string graph) => Assert.Contains($"has no {graph}", All(op, 21, [Float(1)], 1).Fault, StringComparison.Ordinal);

    // A Loop's body over the state s, with the condition c.
    private static AttributeProto Body(Action<GraphBuilder> nodes, params string[] scanned) => GraphBuilder.Subgraph("body", graph =>
    {
        graph.Input("i", null).Input("c", null).Input("s", null);
        nodes(graph);
        graph.Output("c2").Output("s2");
        foreach (string output in scanned)
            graph.Output(output);
    });
}
