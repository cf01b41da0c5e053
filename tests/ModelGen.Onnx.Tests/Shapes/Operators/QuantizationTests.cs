using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class QuantizationTests
{
    [Fact]
    public void TheZeroPointGivesTheQuantisedType()
    {
        Assert.Equal("int8 n×4", Op("QuantizeLinear", 10, [Float("n", 4), Float(), Tensor(ElementType.Int8)]));
        Assert.Equal("uint8 n×4", Op("QuantizeLinear", 13, [Float("n", 4), Float()]));
    }

    [Fact]
    public void LaterVersionsCanAskForAType()
    {
        Assert.Equal("int4 n×4", Op("QuantizeLinear", 21, [Float("n", 4), Float()], Attribute("output_dtype", 22)));
        Assert.Equal("int16 n×4", Op("QuantizeLinear", 21, [Float("n", 4), Float(), Unranked(ElementType.Undefined)], Attribute("output_dtype", 5)));
        Assert.Equal("uint8 n×4", Op("QuantizeLinear", 21, [Float("n", 4), Float()], Attribute("output_dtype", 0)));
    }

    [Fact]
    public void DequantisedTensorsAreOfTheScalesTypeFromVersion19()
    {
        Operand input = Tensor(ElementType.UInt8, "n", 4), scale = Tensor(ElementType.Float16);
        Assert.Equal("float32 n×4", Op("DequantizeLinear", 13, [input, scale]));
        Assert.Equal("float16 n×4", Op("DequantizeLinear", 19, [input, scale]));
        Assert.Equal("bfloat16 n×4", Op("DequantizeLinear", 23, [input, scale], Attribute("output_dtype", 16)));
    }

    [Fact]
    public void DynamicQuantisationGivesItsScaleAndZeroPoint() =>
        Assert.Equal(["uint8 n×4", "float32 scalar", "uint8 scalar"], All("DynamicQuantizeLinear", 11, [Float("n", 4)], 3).Texts);

    [Fact]
    public void ATypeThatOnnxLacksIsNone() => Assert.Equal("uint8 4", Op("QuantizeLinear", 21, [Float(4), Float()], Attribute("output_dtype", long.MaxValue)));
}
