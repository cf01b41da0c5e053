using CsCheck;
using static ModelGen.Onnx.Tests.Operators.Infer;

namespace ModelGen.Onnx.Tests.Operators;

/// <summary>The arithmetic of windows against counting them one by one.</summary>
public class WindowsTests
{
    private static readonly Gen<(int Length, int Size, int Stride, int Dilation, int Before, int After)> s_windows =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 6], Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[0, 5], Gen.Int[0, 5]);

    [Fact]
    public void AConvolutionHasAsManyWindowsAsFitIntoThePaddedInput() => s_windows.Where(Fits).Sample(w =>
        Assert.Equal($"float32 1×1×{Count(w, ceil: false)}", Op("Conv", 22, [Float(1, 1, w.Length), Float(1, 1, w.Size)], Attributes(w))));

    [Fact]
    public void APoolHasAsManyWindowsAsFitIntoThePaddedInput() => s_windows.Where(w => Fits(w) && IsPool(w)).Sample(w =>
        Assert.Equal($"float32 1×1×{Count(w, ceil: false)}", Op("MaxPool", 22, [Float(1, 1, w.Length)], [Kernel(w), .. Attributes(w)])));

    [Fact]
    public void CeilModeAddsTheWindowThatHoldsTheRestUnlessItBeginsBehindTheInput() => s_windows.Where(w => Fits(w) && IsPool(w)).Sample(w =>
        Assert.Equal($"float32 1×1×{Count(w, ceil: true)}", Op("MaxPool", 22, [Float(1, 1, w.Length)], [Kernel(w), Attribute("ceil_mode", 1), .. Attributes(w)])));

    [Fact]
    public void SamePaddingHasAWindowAtEveryStrideWithinTheInput() => s_windows.Sample(w =>
    {
        string expected = $"float32 1×1×{Enumerable.Range(0, w.Length).Count(position => position % w.Stride == 0)}";
        Operand input = Float(1, 1, w.Length);
        foreach (string pad in new[] { "SAME_UPPER", "SAME_LOWER" })
        {
            Assert.Equal(expected, Op("Conv", 22, [input, Float(1, 1, w.Size)], Attribute("strides", new long[] { w.Stride }), Attribute("auto_pad", pad)));
            Assert.Equal(expected, Op("AveragePool", 22, [input], Kernel(w), Attribute("strides", new long[] { w.Stride }), Attribute("auto_pad", pad)));
        }
    });

    [Fact]
    public void ATransposedConvolutionReachesAsFarAsItsLastWindow() => s_windows.Sample(w =>
    {
        int last = Enumerable.Range(0, w.Length).SelectMany(i => Enumerable.Range(0, w.Size).Select(k => i * w.Stride + k * w.Dilation)).Max();
        int size = last + 1 - w.Before - w.After;
        Inferred transposed = All("ConvTranspose", 22, [Float(1, 1, w.Length), Float(1, 1, w.Size)], 1, Attributes(w));
        if (size > 0)
            Assert.Equal($"float32 1×1×{size}", transposed.Texts[0]);
        else
            Assert.NotNull(transposed.Fault);
    });

    [Fact]
    public void ATransposedConvolutionUndoesAConvolutionThatUsesUpItsInput() => s_windows.Where(Fits).Sample(w =>
    {
        int windows = Count(w, ceil: false), used = (windows - 1) * w.Stride + (w.Size - 1) * w.Dilation + 1 - w.Before - w.After;
        if (used > 0)
            Assert.Equal($"float32 1×1×{used}", Op("ConvTranspose", 22, [Float(1, 1, windows), Float(1, 1, w.Size)], Attributes(w)));
    });

    private static bool Fits((int Length, int Size, int Stride, int Dilation, int Before, int After) w) =>
        (w.Size - 1) * w.Dilation < w.Length + w.Before + w.After;

    private static bool IsPool((int Length, int Size, int Stride, int Dilation, int Before, int After) w) => w.Before < w.Size && w.After < w.Size;

    private static int Count((int Length, int Size, int Stride, int Dilation, int Before, int After) w, bool ceil)
    {
        int padded = w.Length + w.Before + w.After, reach = (w.Size - 1) * w.Dilation, count = 0, start = 0;
        for (; start + reach < padded; start += w.Stride)
            count++;
        bool isRest = start - w.Stride + reach < padded - 1;
        return ceil && isRest && start < w.Before + w.Length ? count + 1 : count;
    }

    private static Wire.AttributeProto Kernel((int Length, int Size, int Stride, int Dilation, int Before, int After) w) => Attribute("kernel_shape", new long[] { w.Size });

    private static Wire.AttributeProto[] Attributes((int Length, int Size, int Stride, int Dilation, int Before, int After) w) =>
        [Attribute("strides", new long[] { w.Stride }), Attribute("dilations", new long[] { w.Dilation }), Attribute("pads", w.Before, w.After)];
}
