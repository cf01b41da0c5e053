using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public class InputQuantizationTests
{
    [Fact]
    public void TheScaleAndZeroPointThatAnInputIsTurnedBackWithAreFacts() =>
        Assert.Equal(new InputQuantization(0.5, -128), Of(Net().Node("DequantizeLinear", "q,scale,zero", "y")));

    [Fact]
    public void ATransposeBeforeItChangesNothing() =>
        Assert.Equal(new InputQuantization(0.5, 0), Of(Net().Node("Transpose", "q", "t").Node("DequantizeLinear", "t,scale", "y")));

    [Fact]
    public void AnInputWithAnotherReaderHasNone() =>
        Assert.Null(Of(Net().Node("DequantizeLinear", "q,scale,zero", "y").Node("Identity", "q", "z")));

    [Fact]
    public void AScaleForEachChannelIsNone() =>
        Assert.Null(Of(Net().Node("DequantizeLinear", "q,scales,zero", "y")));

    private static ModelBuilder Net() => new ModelBuilder()
        .Input("q", GraphBuilder.Tensor(ElementType.Int8, 2, 2))
        .Initializer(new TensorProto { Name = "scale", DataType = (int)ElementType.Float, RawData = ByteString.CopyFrom(0, 0, 0, 0x3F) })
        .Initializer(new TensorProto { Name = "scales", DataType = (int)ElementType.Float, Dims = { 2 }, FloatData = { 0.5f, 0.25f } })
        .Initializer(new TensorProto { Name = "zero", DataType = (int)ElementType.Int8, RawData = ByteString.CopyFrom(0x80) });

    private static InputQuantization? Of(ModelBuilder model) => new InputQuantizations(model.Proto.Graph).Of("q");
}
