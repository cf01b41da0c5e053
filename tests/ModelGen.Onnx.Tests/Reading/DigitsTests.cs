namespace ModelGen.Onnx.Tests;

public sealed class DigitsTests
{
    [Fact]
    public void ARealModelReadsIntoItsFacts()
    {
        ModelFacts facts = Reading.Of(Reading.DigitsPath).Fine();

        InputFact input = Assert.Single(facts.Inputs);
        Assert.Equal(new InputFact("image", new TensorType(ElementType.Float,
            new TensorShape(new([Dim.Named("batch"), Dim.Known(1), Dim.Known(8), Dim.Known(8)]))), false, ""), input);
        OutputFact output = Assert.Single(facts.Outputs);
        Assert.Equal("probabilities", output.Name);
        Assert.Equal("Softmax", output.Operator);
        Assert.Equal(21_546, facts.ParameterCount);
        Assert.Equal(new FileInfo(Reading.DigitsPath).Length, facts.FileLength);
        Assert.Equal(new OpsetImport("ai.onnx", 17), Assert.Single(facts.Opsets));
        Assert.StartsWith("pytorch", facts.Producer, StringComparison.Ordinal);
        Assert.Empty(facts.ExternalFiles);
    }

    [Fact]
    public void ANamedDimIsFixedInInputsAndOutputsAlike()
    {
        ModelReading reading = Reading.Of(Reading.DigitsPath, "batch=4");

        Assert.Empty(reading.Problems);
        Assert.Equal("4×1×8×8", reading.Shape("image"));
        Assert.Equal("4×10", reading.Shape("probabilities"));
    }

    [Fact]
    public void TwoReadingsOfOneFileAreEqual()
    {
        ModelReading first = Reading.Of(Reading.DigitsPath, "batch=1");
        ModelReading second = Reading.Of(Reading.DigitsPath, "batch=1");

        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEqual(first, Reading.Of(Reading.DigitsPath, "batch=2"));
    }

    [Fact]
    public void TheModelsOwnFileStaysOpenToOthersWhileItIsRead()
    {
        using FileStream writer = new(Reading.DigitsPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Reading.Of(Reading.DigitsPath).Fine();
    }
}
