using CsCheck;

namespace ModelGen.Tests.Imaging;

public class AliasedWeightsTests
{
    [Fact]
    public void NoTargetSeesMoreThanTheTwoPixelsAroundItsCentre() => Gen.Select(Gen.Int[1, 2000], Gen.Int[1, 300]).Sample((source, target) =>
    {
        AxisWeights axis = Weights(ResizeArithmetic.TorchUint8Aliased, source, target);
        Assert.InRange(axis.Taps, 1, 3);   // a third by rounding, with a weight of 0
        double scale = (double)source / target;
        for (int i = 0; i < target; i++)
        {
            double centre = (i + 0.5) * scale;
            int sum = 0;
            for (int tap = 0; tap < axis.Taps; tap++)
            {
                int weight = axis.Weights[i * axis.Taps + tap];
                sum += weight;
                // A pixel's centre is half a pixel behind its index; one bit is what rounding may move.
                double share = Math.Max(0, 1 - Math.Abs(axis.First + axis.Starts[i] + tap + 0.5 - centre));
                if (centre is >= 0.5 && centre <= source - 0.5) Assert.InRange(weight - share * (1 << axis.Bits), -1, 1);
            }

            Assert.InRange(sum - (1 << axis.Bits), -1, 1);
        }
    }, iter: 300, threads: 2);

    [Fact]
    public void WhereThePictureGrowsAntialiasChangesNothing() => Gen.Select(Gen.Int[1, 300], Gen.Int[0, 300]).Sample((source, more) =>
    {
        AxisWeights aliased = Weights(ResizeArithmetic.TorchUint8Aliased, source, source + more);
        AxisWeights smooth = Weights(ResizeArithmetic.TorchUint8, source, source + more);
        Assert.Equal(smooth.Weights, aliased.Weights);
        Assert.Equal(smooth.Starts, aliased.Starts);
        Assert.Equal(smooth.Bits, aliased.Bits);
    }, iter: 300, threads: 2);

    private static AxisWeights Weights(ResizeArithmetic arithmetic, int source, int target) =>
        AxisWeights.Build(ResizeFilter.Bilinear, arithmetic, source, target, 0, target);
}
