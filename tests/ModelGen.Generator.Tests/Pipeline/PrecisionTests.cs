using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

/// <summary>The numbers that a provider may compute in, as the item says.</summary>
public class PrecisionTests
{
    [Theory]
    [InlineData("fp32", "Float32", "32-bit floats")]
    [InlineData("FP16", "Float16", "16-bit floats")]
    [InlineData("bf16", "BFloat16", "bfloat16")]
    [InlineData("int8", "Int8", "8-bit integers")]
    public void ThePrecisionIsPartOfTheInfoAndOfTheDocs(string value, string member, string words)
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(2), ("precision", value));

        string source = Generation.Of(project).Compiles().Source;

        Assert.Contains($"Precision = M::Precision.{member},", source, StringComparison.Ordinal);
        Assert.Contains($"Providers that have a choice may compute in {words}.", source, StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutOneNothingIsSaidOfIt()
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(2));
        Assert.DoesNotContain("recision", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("float16", "ModelGenPrecision=\"float16\" is none of: fp32, fp16, bf16, int8.")]
    [InlineData("int9", "Did you mean 'int8'?")]
    public void AnotherWordIsAnErrorThatListsTheRightOnes(string value, string message)
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(2), ("precision", value));
        Assert.Contains(message, Generation.Of(project).Only("MG3015"), StringComparison.Ordinal);
    }
}
