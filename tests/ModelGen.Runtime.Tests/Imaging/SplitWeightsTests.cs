using CsCheck;

namespace ModelGen.Tests.Imaging;

public class SplitWeightsTests
{
    private static readonly Gen<AxisWeights> s_axis = Gen.Select(
        Gen.Int[1, 3000], Gen.Int[1, 600], Samples.PillowFilter, Gen.Bool, (source, target, filter, torch) => AxisWeights.Build(
            filter == ResizeFilter.Nearest ? ResizeFilter.Lanczos : filter,
            torch ? ResizeArithmetic.TorchUint8 : ResizeArithmetic.Pillow, source, target, 0, target));

    [Fact]
    public void PartsAddUpToTheWeightAndStayWithinTheirBounds() => Gen.Select(s_axis, Gen.Int[1, 3].Select(power => 1 << power), Gen.Int[1, 2]).Sample((axis, block, align) =>
    {
        SplitWeights split = SplitWeights.Of(axis, block, align);
        for (int i = 0; i < axis.Starts.Length; i++)
        {
            int shift = split.Shifts[i], lead = split.Lead(axis, i);
            Assert.InRange(shift, 0, 8);
            Assert.Equal(axis.Bits - shift, split.Bits[i]);
            Assert.Equal(0, (axis.Starts[i] - lead) % align);
            Assert.True(lead < align && lead + axis.Taps <= split.Stride);
            Assert.All(split.High[(i * split.Stride)..(i * split.Stride + lead)], part => Assert.Equal(0, part));
            Assert.All(split.Low[(i * split.Stride)..(i * split.Stride + lead)], part => Assert.Equal(0, part));
            long positive = 0;
            for (int tap = 0; tap < axis.Taps; tap++)
            {
                int weight = axis.Weights[i * axis.Taps + tap], at = i * split.Stride + lead + tap;
                Assert.Equal(weight, (split.High[at] << shift) + split.Low[at]);
                Assert.InRange(Math.Abs((int)split.Low[at]), 0, shift == 0 ? 0 : 1 << (shift - 1));
                Assert.InRange(Math.Abs(weight), 0, (1 << 23) - 1);
                positive += Math.Max(weight, 0);
            }

            Assert.True(255 * positive + Fixed.Half(axis.Bits) <= int.MaxValue, "the exact sum must fit an int32");
        }
    }, iter: 300, threads: 2);

    [Fact]
    public void WhatTheHighPartsSettleIsTheExactResult() => Gen.Select(s_axis, Gen.Int).Sample((axis, seed) =>
    {
        SplitWeights split = SplitWeights.Of(axis, 4);
        var random = new Random(seed);
        for (int i = 0; i < axis.Starts.Length; i++)
        {
            int bits = split.Bits[i];
            int exact = Fixed.Half(axis.Bits), high = split.Bias[i];
            for (int tap = 0; tap < axis.Taps; tap++)
            {
                // Extreme pixels make the largest errors.
                int pixel = seed % 2 == 0 ? random.Next(256) : random.Next(2) * 255;
                exact += axis.Weights[i * axis.Taps + tap] * pixel;
                high += split.High[i * split.Stride + tap] * pixel;
            }

            bool inDoubt = (high & ((1 << bits) - 1)) < split.Doubt[i];
            Assert.True(inDoubt || high >> bits == exact >> axis.Bits, $"target {i}");
        }
    }, iter: 500, threads: 2);

    [Fact]
    public void WeightsOfPowersOfTwoAreNeverInDoubt()
    {
        AxisWeights axis = AxisWeights.Build(ResizeFilter.Box, ResizeArithmetic.Pillow, 128, 64, 0, 64);
        Assert.All(SplitWeights.Of(axis, 4).Doubt, doubt => Assert.Equal(0, doubt));
    }

    [Fact]
    public void AnAxisOfAbsurdLengthIsRefusedBeforeMemoryIsTaken()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => AxisWeights.Build(ResizeFilter.Lanczos, ResizeArithmetic.Pillow, ImageSize.MaxPixels, 224, 0, 224));
        Assert.Contains("scale the picture down first", error.Message, StringComparison.Ordinal);
    }
}
