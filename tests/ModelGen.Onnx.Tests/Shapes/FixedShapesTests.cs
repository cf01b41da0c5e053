namespace ModelGen.Onnx.Tests;

public sealed class FixedShapesTests
{
    private static ModelBuilder Model() => new ModelBuilder()
        .Input("data", "batch", 3, "height", null)
        .Node("Relu", "data", "y").Node("vendor.Op", "data", "z")
        .Output("y", "batch", 3, "height", null)
        .Output("z", "other", 3, null, null);

    [Theory]
    [InlineData(null, "batch×3×height×?", "batch×3×height×?", "other×3×?×?")]
    [InlineData("batch=2", "2×3×height×?", "2×3×height×?", "other×3×?×?")]
    [InlineData("batch=2;height=5", "2×3×5×?", "2×3×5×?", "other×3×?×?")]
    [InlineData("data=2x3x5x7", "2×3×5×7", "2×3×5×7", "other×3×?×?")]
    [InlineData("data=?x3x5x7", "batch×3×5×7", "batch×3×5×7", "other×3×?×?")]
    [InlineData("y=4x?x?x?", "4×3×height×?", "4×3×height×?", "other×3×?×?")]
    [InlineData("z=1x3x2x2;other=1", "batch×3×height×?", "batch×3×height×?", "1×3×2×2")]
    [InlineData("batch=2;data=2x?x?x9", "2×3×height×9", "2×3×height×9", "other×3×?×?")]
    [InlineData("batch=0", "0×3×height×?", "0×3×height×?", "other×3×?×?")]
    public void FixesGoWhereverTheirNamesAre(string? fixes, string data, string y, string z)
    {
        ModelReading reading = Model().Read(fixes);

        Assert.Empty(reading.Problems);
        Assert.Equal((data, y, z), (reading.Shape("data"), reading.Shape("y"), reading.Shape("z")));
    }

    [Theory]
    [InlineData("data=2x1x5x7", "sets dim 1 to 1, but the input is declared as batch×3×height×?")]
    [InlineData("data=2x3", "has 2 dims, but the input is declared with 4")]
    [InlineData("data=", "has 0 dims")]
    [InlineData("y=2x4x5x7", "the output is declared as")]
    [InlineData("batch=1;data=2x?x?x?", "which is 'batch', to 2, but 'batch=1' sets it otherwise")]
    [InlineData("data=2x?x?x?;y=3x?x?x?", "'data=2x?x?x?' sets it otherwise")]
    public void ContradictionsAreToldWithBothSides(string fixes, string expected) =>
        Assert.Contains(expected, Model().Read(fixes).Only(Rules.ShapeContradiction), StringComparison.Ordinal);

    [Fact]
    public void AnUnknownNameListsThoseThereAre()
    {
        string message = Model().Read("image=1x3x224x224").Only(Rules.UnknownFixName);

        Assert.Contains("inputs and outputs are 'data', 'y', 'z'", message, StringComparison.Ordinal);
        Assert.Contains("named dims are 'batch', 'height', 'other'", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ADimTakesOneNumberOnly() =>
        Assert.Contains("takes one number, as in batch=1", Model().Read("batch=1x2").Only(Rules.UnknownFixName), StringComparison.Ordinal);

    [Fact]
    public void AnOldFilesInitializerIsNoInputToFix() =>
        new ModelBuilder(ir: 3).Input("x", 3).Input("w", 3).Initializer("w", 3).Node("Add", "x,w", "y").Output("y", 3)
            .Read("w=3").Only(Rules.UnknownFixName);

    [Theory]
    [InlineData(new object?[] { "n", 2 }, "5×2")]
    [InlineData(new object?[] { "n" }, "5")]
    [InlineData(new object?[] { null }, "5")]
    [InlineData(new object?[] { "other" }, "5")]
    public void ANumberForANameThatIsBothMeansTheDimUnlessTheInputHasOneOpenDimOfAnotherName(object?[] dims, string expected)
    {
        ModelReading reading = new ModelBuilder().Input("n", dims).Input("x", "n", 3).Node("Neg", "x", "y").Output("y", "n", 3).Read("n=5");

        Assert.Empty(reading.Problems);
        Assert.Equal(expected, reading.Shape("n"));
        bool meansDim = dims[0] is "n";
        Assert.Equal(meansDim ? "5×3" : "n×3", reading.Shape("x"));
    }

    [Fact]
    public void AnExplicitTargetLeavesNoDoubt()
    {
        byte[] model = new ModelBuilder().Input("n", [null]).Input("x", "n", 3).Node("Neg", "x", "y").Output("y", "n", 3).ToBytes();
        ModelReading Read(FixTarget target) => ModelReader.Read(new MemoryStream(model), model.Length, ShapeFixes.Parse(["n=5"], target), CancellationToken.None);

        Assert.Equal(("?", "5×3"), (Read(FixTarget.Dim).Shape("n"), Read(FixTarget.Dim).Shape("x")));
        Assert.Equal(("5", "n×3"), (Read(FixTarget.Value).Shape("n"), Read(FixTarget.Value).Shape("x")));
    }

    [Fact]
    public void AnUnknownRankIsSettledByAFix()
    {
        ModelBuilder model = new ModelBuilder().Input("x", GraphBuilder.Unranked(ElementType.Float)).Node("Relu", "x", "y").Output("y", GraphBuilder.Unranked(ElementType.Float));

        Assert.Equal(["MG2002", "MG2002"], model.Read().Ids());
        Assert.Null(model.Read().Shape("x"));
        Assert.Empty(model.Read("x=1x3").Problems);
        Assert.Equal("1×3", model.Read("x=1x3").Shape("y"));
        Assert.Contains("contradicts the graph, which computes 1×3", model.Read("x=1x3;y=").Only(Rules.ShapeContradiction), StringComparison.Ordinal);
    }

    [Fact]
    public void ANegativeDimIsAskedForAndCanBeFixed()
    {
        ModelBuilder model = ModelBuilder.Relu(-1, 3);

        Assert.Equal(["MG2003", "MG2003"], model.Read().Ids());
        Assert.Contains("as in x=1x3", model.Read().Problems[0].Message, StringComparison.Ordinal);
        Assert.Empty(model.Read("x=4x3;y=4x3").Problems);
    }

    [Theory]
    [InlineData(2_147_483_647, 1, 0)]
    [InlineData(2_147_483_648, 1, 2)]
    [InlineData(65_536, 65_536, 2)]
    [InlineData(long.MaxValue, long.MaxValue, 2)]
    [InlineData(0, long.MaxValue, 0)]
    public void MoreElementsThanASpanHoldsAreRefused(long a, long b, int problems) =>
        Assert.Equal(Enumerable.Repeat("MG2003", problems), ModelBuilder.Relu(a, b).Read().Ids());

    [Fact]
    public void EightDimsAreFineAndNineAreNot()
    {
        ModelBuilder.Relu(1, 1, 1, 1, 1, 1, 1, 1).Read().Fine();
        Assert.Equal(["MG2006", "MG2006"], ModelBuilder.Relu(1, 1, 1, 1, 1, 1, 1, 1, 1).Read().Ids());
    }

    [Fact]
    public void AQuestionMarkAndAnEmptyNameSayNothing() =>
        Assert.Equal("?×?", ModelBuilder.Relu("?", "").Read().Shape("x"));

    [Fact]
    public void ASequenceTakesNoShape()
    {
        ModelReading reading = ModelBuilder.Relu(1).Input("s", new Wire.TypeProto { SequenceType = new() { ElemType = GraphBuilder.Tensor(ElementType.Float, 1) } }).Read("s=1");

        Assert.Equal(["MG2004", "MG1013"], reading.Ids());
    }

    [Fact]
    public void ProblemsOfTheFixesComeWithTheModels() =>
        Assert.Equal(["MG3003", "MG2005"], Model().Read("nonsense;q=1").Ids());
}
