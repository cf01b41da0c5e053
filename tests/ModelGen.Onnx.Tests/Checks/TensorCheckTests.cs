using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class TensorCheckTests
{
    [Theory]
    [InlineData(ElementType.Float, 12, true)]
    [InlineData(ElementType.Float, 11, false)]
    [InlineData(ElementType.Float, 6, false)]
    [InlineData(ElementType.Double, 24, true)]
    [InlineData(ElementType.Complex128, 48, true)]
    [InlineData(ElementType.Bool, 3, true)]
    [InlineData(ElementType.Int4, 2, true)]
    [InlineData(ElementType.Int4, 3, false)]
    [InlineData(ElementType.UInt2, 1, true)]
    [InlineData(ElementType.Float6E2M3, 3, true)]
    [InlineData(ElementType.Float8E4M3FN, 3, true)]
    [InlineData((ElementType)77, 3, false)]
    [InlineData(ElementType.Undefined, 3, false)]
    [InlineData(ElementType.String, 3, false)]
    public void RawBytesMustBeAsManyAsThreeElementsTake(ElementType type, int bytes, bool fits)
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)type, Dims = { 3 }, RawData = ByteString.CopyFrom(new byte[bytes]) };

        Assert.Equal(fits ? [] : ["MG1018"], ModelBuilder.Relu(1).Initializer(tensor).Read().Ids());
    }

    [Theory]
    [InlineData(ElementType.Float16, 3, true)]
    [InlineData(ElementType.Float16, 2, false)]
    [InlineData(ElementType.UInt4, 2, true)]
    [InlineData(ElementType.UInt4, 3, false)]
    [InlineData(ElementType.Int2, 1, true)]
    public void TypedElementsMustBeAsManyAsThreeElementsTake(ElementType type, int entries, bool fits)
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)type, Dims = { 3 } };
        tensor.Int32Data.AddRange(Enumerable.Repeat(1, entries));

        Assert.Equal(fits ? [] : ["MG1018"], ModelBuilder.Relu(1).Initializer(tensor).Read().Ids());
    }

    [Theory]
    [InlineData(2_000_000, true)]
    [InlineData(2_000_001, false)]
    public void BigTensorsAreMeasuredWithoutReadingThem(long floats, bool fits)
    {
        var tensor = new TensorProto { Name = "w", DataType = (int)ElementType.Float, Dims = { floats }, RawData = ByteString.CopyFrom(new byte[8_000_000]) };

        Assert.Equal(fits ? [] : ["MG1018"], ModelBuilder.Relu(1).Initializer(tensor).Read().Ids());
    }

    [Fact]
    public void RawAndTypedElementsTogetherAreAContradiction()
    {
        var tensor = new TensorProto { Name = "w", DataType = 1, Dims = { 1 }, RawData = ByteString.CopyFrom(new byte[4]), FloatData = { 1 } };

        Assert.Contains("twice", ModelBuilder.Relu(1).Initializer(tensor).Read().Only(Rules.InitializerSize), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1L, 2L)]
    [InlineData(long.MaxValue, 2L)]
    [InlineData(4_294_967_296L, 4_294_967_296L)]
    public void DimsThatCannotBeAreRefusedBeforeAnyArithmetic(long first, long second)
    {
        var tensor = new TensorProto { Name = "w", DataType = 1, Dims = { first, second } };

        Assert.Contains($"{first}×{second}", ModelBuilder.Relu(1).Initializer(tensor).Read().Only(Rules.AbsurdDim), StringComparison.Ordinal);
    }

    [Fact]
    public void AConstantNodesTensorIsCheckedAndTheNodeNamed()
    {
        var value = new AttributeProto { Name = "value", T = new TensorProto { DataType = 7, Dims = { 4 }, Int64Data = { 1, 2 } } };

        Problem problem = Assert.Single(ModelBuilder.Relu(1).Node("Constant", "", "c", value).Read().Problems);

        Assert.Equal((Rules.InitializerSize, "Constant 'Constant_c'"), (problem.Rule, problem.Node));
        Assert.Contains("'value'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StrippedWeightsAreOneWarningForAllOfThem()
    {
        ModelBuilder model = ModelBuilder.Relu(1);
        for (int i = 0; i < 50; i++)
            model.Initializer(new TensorProto { Name = "w" + i, DataType = 1, Dims = { 3 } });
        model.Initializer("kept", 2).Initializer("empty", 0);

        ModelReading reading = model.Read();

        Assert.Contains("50 of 52 constants", reading.Only(Rules.WeightsLeftOut), StringComparison.Ordinal);
        Assert.False(reading.HasErrors);
    }
}
