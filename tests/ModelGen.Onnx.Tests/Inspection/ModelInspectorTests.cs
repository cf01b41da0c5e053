using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public class ModelInspectorTests
{
    [Fact]
    public void OperatorsOfAllBodiesAreCountedUnderTheirFullNames()
    {
        var branch = GraphBuilder.Subgraph("then_branch", graph => graph.Node("Relu", "x", "r").Node("com.microsoft.Gelu", "r", "t").Output("t"));
        var other = GraphBuilder.Subgraph("else_branch", graph => graph.Node("Sqrt", "x", "t").Output("t"));
        ModelBuilder model = new ModelBuilder().Opset("my", 1)
            .Input("x", 1).Node("ai.onnx.Relu", "x", "a").Node("my.F", "a", "b").Node("my.F", "b", "c").Node("If", "c", "y", branch, other).Output("y", 1)
            .Function("my", "F", "i", "o", GraphBuilder.MakeNode("Relu", "i", "o"));

        Assert.Equal(
            [new("Relu", 3), new("my.F", 2), new("If", 1), new("Sqrt", 1), new("com.microsoft.Gelu", 1)],
            Inspect(model).Operators);
    }

    [Fact]
    public void WeightsAreCountedByTheirDimsWhereverTheyLie()
    {
        var constant = new AttributeProto { Name = "value", Type = AttributeProto.Types.AttributeType.Tensor, T = new TensorProto { DataType = (int)ElementType.Int64, Dims = { 3 }, Int64Data = { 1, 2, 3 } } };
        using TemporaryFolder folder = new();
        folder.File("weights.bin", 4000);
        ModelBuilder model = ModelBuilder.Relu(1)
            .Initializer("w", 10)
            .External("e", [1000], ("location", "weights.bin"))
            .Initializer(new TensorProto { Name = "packed", DataType = (int)ElementType.Int4, Dims = { 3 }, Int32Data = { 1, 2 } })
            .Initializer(new TensorProto { Name = "text", DataType = (int)ElementType.String, Dims = { 2 }, StringData = { Google.Protobuf.ByteString.CopyFromUtf8("abc"), Google.Protobuf.ByteString.CopyFromUtf8("é") } })
            .Node("Constant", "", "k", constant);

        Inspection inspection = ModelInspector.Inspect(model.Save(folder.Path), ShapeFixes.None, CancellationToken.None);

        Assert.Empty(inspection.Reading.Problems);
        Assert.Equal(40 + 4000 + 2 + 5 + 24, inspection.WeightBytes);
    }

    [Fact]
    public void DeclaredTypesHaveTheFixedDimsPutIn()
    {
        Inspection inspection = Inspect(ModelBuilder.Relu("batch", 3, null), "batch=2");

        Assert.Equal(new TensorType(ElementType.Float, new TensorShape(new([Dim.Known(2), Dim.Known(3), Dim.Unknown]))), Assert.Single(inspection.DeclaredOutputs));
        Assert.Equal(inspection.DeclaredInputs, inspection.DeclaredOutputs);
    }

    [Fact]
    public void TheEstimateTakesInferredTypesWithTheFixedDimsPutIn()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "n").Input("ten", 10, 1).Node("Add", "x,ten", "a").Node("Relu", "a", "y").Output("y", 10, "n");

        Assert.Null(Inspect(model).ActivationBytes);
        Assert.Equal(4 * (5 + 10 + 50 + 50), Inspect(model, "n=5").ActivationBytes);
    }

    [Fact]
    public void TheReadingIsThatOfTheReader()
    {
        ModelReading reading = ModelReader.Read(Reading.DigitsPath, ShapeFixes.Parse("batch=1; nope=2"), CancellationToken.None);

        Assert.Equal(reading, ModelInspector.Inspect(Reading.DigitsPath, ShapeFixes.Parse("batch=1; nope=2"), CancellationToken.None).Reading);
    }

    [Fact]
    public void TwoInspectionsOfOneFileAreEqual() => Assert.Equal(
        ModelInspector.Inspect(Reading.DigitsPath, ShapeFixes.None, CancellationToken.None),
        ModelInspector.Inspect(Reading.DigitsPath, ShapeFixes.None, CancellationToken.None));

    [Fact]
    public void AFileThatCannotBeReadGivesItsProblemsAndNothingElse()
    {
        using TemporaryFolder folder = new();

        Inspection inspection = ModelInspector.Inspect(folder.File("empty.onnx"), ShapeFixes.None, CancellationToken.None);

        inspection.Reading.Only(Rules.Empty);
        Assert.Equal(new Inspection { Reading = inspection.Reading }, inspection);
    }

    [Fact]
    public void CancellingEndsTheInspection() => Assert.Throws<OperationCanceledException>(() =>
        ModelInspector.Inspect(Reading.DigitsPath, ShapeFixes.None, new CancellationToken(canceled: true)));

    private static Inspection Inspect(ModelBuilder model, string? fixes = null)
    {
        using TemporaryFolder folder = new();
        Inspection inspection = ModelInspector.Inspect(model.Save(folder.Path), ShapeFixes.Parse(fixes), CancellationToken.None);
        Assert.Empty(inspection.Reading.Problems);
        return inspection;
    }
}
