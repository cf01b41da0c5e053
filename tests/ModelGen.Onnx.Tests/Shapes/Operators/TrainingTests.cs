using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class TrainingTests
{
    private const string Domain = "ai.onnx.preview.training.";

    [Theory]
    [InlineData("Adagrad")]
    [InlineData("Momentum")]
    public void TensorsAreGivenBackThenTheirStates(string op)
    {
        Operand[] inputs = [Float(), Tensor(ElementType.Int64), Float(2), Float("n", 3), Float(2), Float("n", 3), Float(2), Float("n", 3)];
        Assert.Equal(["float32 2", "float32 n×3", "float32 2", "float32 n×3"], All(Domain + op, 1, inputs, 4).Texts);
    }

    [Fact]
    public void AdamHasTwoStates()
    {
        Operand[] inputs = [Float(), Tensor(ElementType.Int64), Float(2), Float(2), Float("v"), Float("h")];
        Assert.Equal(["float32 2", "float32 v", "float32 h"], All(Domain + "Adam", 1, inputs, 3).Texts);
    }

    [Fact]
    public void InputsThatAreNoGroupsAreNamed() => Assert.Contains("a multiple of 4 tensors, but has 3 inputs", All(Domain + "Adam", 1, [Float(), Float(), Float(2)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void AGradientIsAsWhatItIsFor() =>
        Assert.Equal(["float32 2", "float32 n"], All(Domain + "Gradient", 1, [Float(2), Float("n"), Float(7)], 2, Attribute("xs", "a", "b"), Attribute("y", "c")).Texts);
}
