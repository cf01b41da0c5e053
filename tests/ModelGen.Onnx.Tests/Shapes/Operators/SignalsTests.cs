using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

public class SignalsTests
{
    [Fact]
    public void ATransformIsComplexAndAsLongAsItsSignal() => Assert.Equal("float32 n×t×2", Op("DFT", 17, [Float("n", "t", 1)]));

    [Fact]
    public void TheAxisIsAnAttributeThenAnInputWithAnotherDefault()
    {
        Operand input = Float(2, 8, 6, 1), length = Int(5);
        Assert.Equal("float32 2×5×6×2", Op("DFT", 17, [input, length]));
        Assert.Equal("float32 2×8×5×2", Op("DFT", 17, [input, length], Attribute("axis", -2)));
        Assert.Equal("float32 2×8×5×2", Op("DFT", 20, [input, length]));
        Assert.Equal("float32 5×8×6×2", Op("DFT", 20, [input, length, Int(0)]));
    }

    [Fact]
    public void OneSideOfARealSpectrumIsHalfAndOne() => Assert.Equal("float32 2×5×2", Op("DFT", 20, [Float(2, 8, 1)], Attribute("onesided", 1)));

    [Fact]
    public void TheInverseOfOneSideIsRealAndTwiceAsLong()
    {
        Assert.Equal("float32 2×8×1", Op("DFT", 20, [Float(2, 5, 2)], Attribute("onesided", 1), Attribute("inverse", 1)));
        Assert.Equal("float32 2×9×1", Op("DFT", 20, [Float(2, 5, 2), Int(9)], Attribute("onesided", 1), Attribute("inverse", 1)));
        Assert.Equal("float32 2×0×1", Op("DFT", 20, [Float(2, 1, 2)], Attribute("onesided", 1), Attribute("inverse", 1)));
    }

    [Fact]
    public void AnUnknownAxisLeavesOpenWhatItMayBe()
    {
        Inferred transform = All("DFT", 20, [Float(2, 8, 1), Hole, Tensor(ElementType.Int64)], 1, Attribute("onesided", 1));
        Assert.Equal("float32 ?×?×2", transform.Texts[0]);
        Assert.Contains("elements of its input 'i2'", transform.Facts[0].Loss!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownLengthLeavesItsAxisOpen() => Assert.Equal("float32 2×?×2", Op("DFT", 20, [Float(2, 8, 1), Tensor(ElementType.Int64)]));

    [Fact]
    public void WhatATransformCantRunIsNamed()
    {
        Assert.Contains("parts of complex numbers", All("DFT", 17, [Float(2, 8, 1)], 1, Attribute("axis", 2)).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a dft_length of at least 1, but has 0", All("DFT", 17, [Float(2, 8, 1), Int(0)], 1).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void FramesAreCountedByTheirStep()
    {
        Assert.Equal("float32 n×15×9×2", Op("STFT", 17, [Float("n", 128, 1), Int(8), Float(16)]));
        Assert.Equal("float32 n×15×16×2", Op("STFT", 17, [Float("n", 128, 2), Int(8), Hole, Int(16)], Attribute("onesided", 0)));
        Assert.Equal("float32 n×?×9×2", Op("STFT", 17, [Float("n", "t", 1), Int(8), Float(16)]));
        Assert.Equal("float32 n×?×9×2", Op("STFT", 17, [Float("n", 128, 1), Tensor(ElementType.Int64), Float(16)]));
        Assert.Equal("float32 n×15×9×2", Op("STFT", 17, [Float("n", 128, 1), Int(8), Float(16), Tensor(ElementType.Int64)]));
    }

    [Fact]
    public void FramesThatDoNotFitAreNamed()
    {
        Assert.Contains("it has 8 samples and a frame 16", All("STFT", 17, [Float(1, 8, 1), Int(8), Float(16)], 1).Fault, StringComparison.Ordinal);
        Assert.Contains("needs a frame_step of at least 1, but has 0", All("STFT", 17, [Float(1, 8, 1), Int(0), Float(4)], 1).Fault, StringComparison.Ordinal);
    }
}
