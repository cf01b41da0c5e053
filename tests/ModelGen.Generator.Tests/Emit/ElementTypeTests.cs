using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

public class ElementTypeTests
{
    public static TheoryData<Onnx.ElementType, string> Supported => new()
    {
        { Onnx.ElementType.Float, "float" },
        { Onnx.ElementType.Double, "double" },
        { Onnx.ElementType.Float16, "S::Half" },
        { Onnx.ElementType.BFloat16, "global::Microsoft.ML.OnnxRuntime.BFloat16" },
        { Onnx.ElementType.UInt8, "byte" },
        { Onnx.ElementType.Int8, "sbyte" },
        { Onnx.ElementType.UInt16, "ushort" },
        { Onnx.ElementType.Int16, "short" },
        { Onnx.ElementType.UInt32, "uint" },
        { Onnx.ElementType.Int32, "int" },
        { Onnx.ElementType.UInt64, "ulong" },
        { Onnx.ElementType.Int64, "long" },
        { Onnx.ElementType.Bool, "bool" },
        { Onnx.ElementType.String, "string" },
    };

    [Theory]
    [MemberData(nameof(Supported))]
    public void EveryElementTypeIsATensorABatchAndAScalar(Onnx.ElementType type, string expected)
    {
        ModelBuilder model = new ModelBuilder()
            .Input("tensor", GraphBuilder.Tensor(type, 2, 1234)).Input("batch", GraphBuilder.Tensor(type, "n", 3)).Input("scalar", GraphBuilder.Tensor(type))
            .Node("Identity", "tensor", "a").Node("Identity", "batch", "b").Node("Identity", "scalar", "c")
            .Output("a", GraphBuilder.Tensor(type, 2, 1234)).Output("b", GraphBuilder.Tensor(type, "n", 3)).Output("c", GraphBuilder.Tensor(type));
        using TestProject project = new TestProject().Model("net.onnx", model);
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains($"M::ReadOnlyTensor<{expected}, M::Shape<D::N2, D::N<D::N1, D::N234>>> Tensor", source, StringComparison.Ordinal);
        Assert.Contains($"M::ReadOnlyBatch<{expected}, M::Shape<D::N3>> Batch", source, StringComparison.Ordinal);
        Assert.Contains($"public {expected} Scalar", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Onnx.ElementType.Complex64)]
    [InlineData(Onnx.ElementType.Int4)]
    [InlineData(Onnx.ElementType.Float8E4M3FN)]
    [InlineData(Onnx.ElementType.Float8E8M0)]
    [InlineData(Onnx.ElementType.Float4E2M1)]
    public void AnElementTypeThatNoTypeHoldsIsAnErrorThatNamesIt(Onnx.ElementType type)
    {
        ModelBuilder model = new ModelBuilder().Input("x", GraphBuilder.Tensor(type, 2)).Node("Identity", "x", "y").Output("y", GraphBuilder.Tensor(type, 2));
        using TestProject project = new TestProject().Model("net.onnx", model);
        Generation generation = Generation.Of(project);
        Assert.All(generation.Ids, id => Assert.Equal("MG1014", id));
        Assert.Empty(generation.Errors);
    }

    [Fact]
    public void AnInputWithADefaultMayBeLeftOut()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 2).Input("scale", 2).Initializer("scale", 2).Node("Mul", "x,scale", "y").Output("y", 2);
        using TestProject project = new TestProject().Model("net.onnx", model);
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("> scale = default)", source, StringComparison.Ordinal);
        Assert.Contains("OverrideScale()", source, StringComparison.Ordinal);
    }

    [Fact]
    public void InitializersListedAsInputsOfOldFilesAreNoInputs()
    {
        ModelBuilder model = new ModelBuilder(ir: 3).Input("x", 2).Input("w", 2).Initializer("w", 2).Node("Mul", "x,w", "y").Output("y", 2);
        using TestProject project = new TestProject().Model("net.onnx", model);
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("<c>x</c>", source, StringComparison.Ordinal);
        Assert.DoesNotContain("<c>w</c>", source, StringComparison.Ordinal);
    }
}
