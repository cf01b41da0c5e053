using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class ElementwiseTests
{
    [Fact]
    public void BroadcastingAlignsDimsFromTheLast() => Assert.Equal("float32 8×7×6×5", Op("Add", 14, [Float(8, 1, 6, 1), Float(7, 1, 5)]));

    [Fact]
    public void AKnownDimAgainstAnUnknownOneIsKnownUnlessItIsOne() => Assert.Equal("float32 3×?×n", Op("Add", 14, [Float(3, 1, "n"), Float(null, null, 1)]));

    [Fact]
    public void DimsThatCantBeBroadcastNameBothShapes() =>
        Assert.Contains("can't broadcast 2×3 with 4", All("Add", 14, [Float(2, 3), Float(4)], 1).Fault, StringComparison.Ordinal);

    [Fact]
    public void KnownElementsAreAdded() => Assert.Equal("11 12 ?", All("Add", 14, [Ints(1, 2, "n"), Int(10)], 1).Elements);
}
