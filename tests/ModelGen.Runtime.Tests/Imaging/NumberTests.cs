using CsCheck;

namespace ModelGen.Tests.Imaging;

public class NumberTests
{
    private static readonly ImageSteps s_levels = new()
    {
        Width = 16,
        Height = 16,
        Color = ImageColor.Gray,
        Layout = ImageLayout.Chw,
        Rescale = 1.0 / 255,
        Mean = [0.485],
        Std = [0.229],
    };

    [Fact]
    public void EachRuleRoundsWhereItsLibraryDoes()
    {
        for (int level = 0; level < 256; level++)
        {
            float mean = (float)0.485, std = (float)0.229;
            Assert.Equal(((float)(level * (1.0 / 255)) - mean) / std, Table(NumberRule.HuggingFace)[level]);
            Assert.Equal((level / 255f - mean) / std, Table(NumberRule.Torchvision)[level]);
            Assert.Equal((level - mean * 255f) / (std * 255f), Table(NumberRule.HuggingFaceFast)[level]);
        }
    }

    [Fact]
    public void TheFusedRuleDiffersInTheLastBitsOnly()
    {
        float[] fused = Table(NumberRule.HuggingFaceFast), separate = Table(NumberRule.HuggingFace);
        Assert.NotEqual(fused, separate);
        Assert.All(fused.Zip(separate), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Theory]
    [InlineData(NumberRule.HuggingFace)]
    [InlineData(NumberRule.HuggingFaceFast)]
    [InlineData(NumberRule.Torchvision)]
    public void UsualNormalisationsAreComputedByVectors(NumberRule rule) =>
        Assert.True(new ImagePipeline(s_levels with { NumberRule = rule }, VectorPath.Portable).ComputesNumbers);

    [Fact]
    public void VectorsAndTablesAgreeForAnyNormalisation() => Gen.Select(
        Gen.Enum<NumberRule>(), Gen.Double[0.0001, 3], Gen.Double[-200, 200], Gen.Double[0.01, 300]).Sample((rule, rescale, mean, std) =>
    {
        var image = new Image(16, 16, PixelFormat.Gray8);
        for (int i = 0; i < 256; i++) image.Pixels[i] = (byte)i;
        ImageSteps steps = s_levels with { NumberRule = rule, Rescale = rescale, Mean = [mean], Std = [std] };
        Assert.Equal(NumberTable.Build(steps, 0), Tensors.Of(steps, image, VectorPaths.Best));
    }, iter: 1000, threads: 2);

    private static float[] Table(NumberRule rule) => NumberTable.Build(s_levels with { NumberRule = rule }, 0);
}
