using CsCheck;

namespace ModelGen.Tests.Results;

public class ArgMaxTests
{
    // Few values, so that ties are common, and those that aren't numbers or are as large as can be.
    private static readonly Gen<float> s_score = Gen.OneOf(
        Gen.Int[0, 6].Select(i => i / 4f - 1), Gen.Float[-3, 3],
        Gen.Int[0, 3].Select(i => new[] { float.NaN, float.PositiveInfinity, float.NegativeInfinity, -0f }[i]));

    private static readonly Gen<(MapShape Shape, float[] Scores)> s_maps =
        from classes in Gen.OneOf(Gen.Int[1, 40], Gen.Int[60, 70], Gen.Int[255, 300])
        from width in Gen.Int[1, 40]
        from height in Gen.Int[1, classes > 40 ? 3 : 70]
        from layout in Gen.Enum<ImageLayout>()
        from scores in s_score.Array[classes * width * height]
        select (new MapShape(width, height, layout), scores);

    [Fact]
    public void EveryPathGivesTheLabelsOfTheDefinition() => s_maps.Sample(map =>
    {
        int[] expected = Definition(map.Shape, map.Scores);
        Assert.All(Enum.GetValues<ScorePath>(), path => Assert.Equal(expected, Labels(LabelMap.FromScores(map.Scores, map.Shape, path))));
    }, iter: 300, threads: 2);

    [Fact]
    public void TheMapIsSeveralStripsLongAndNoPixelIsMissed() => Gen.Int[2 * PlanarScores.Strip - 9, 2 * PlanarScores.Strip + 9].Sample(width =>
    {
        const int Classes = 7;
        float[] scores = new float[Classes * width];
        for (int pixel = 0; pixel < width; pixel++)
            scores[pixel % Classes * width + pixel] = 1;
        var shape = new MapShape(width, 1, ImageLayout.Chw);
        int[] expected = [.. Enumerable.Range(0, width).Select(pixel => pixel % Classes)];
        Assert.All(Enum.GetValues<ScorePath>(), path => Assert.Equal(expected, Labels(LabelMap.FromScores(scores, shape, path))));
    }, iter: 20);

    [Fact]
    public void OfEqualScoresTheFirstClassIsTaken()
    {
        float[] scores = [2, 5, 5, 5, 1, 0, -0f, 0];
        Assert.Equal([1, 1], Labels(LabelMap.FromScores(scores, new MapShape(2, 1, ImageLayout.Hwc))).Select((label, i) => i == 0 ? label : label + 1));
        Assert.Equal([0], Labels(LabelMap.FromScores([-0f, 0, 0, -0f], new MapShape(1, 1, ImageLayout.Chw))));
    }

    [Theory]
    [InlineData(ImageLayout.Chw)]
    [InlineData(ImageLayout.Hwc)]
    public void NaNCountsAsTheLeastScore(ImageLayout layout)
    {
        var one = new MapShape(1, 1, layout);
        Assert.All(Enum.GetValues<ScorePath>(), path =>
        {
            Assert.Equal(1, LabelMap.FromScores([float.NaN, -1e30f, float.NaN, -2e30f, float.NaN], one, path)[0, 0]);
            Assert.Equal(0, LabelMap.FromScores([float.NaN, float.NegativeInfinity, float.NaN, float.NegativeInfinity], one, path)[0, 0]);
            Assert.Equal(0, LabelMap.FromScores([float.NaN, float.NaN, float.NaN, float.NaN], one, path)[0, 0]);
            Assert.Equal(2, LabelMap.FromScores([3, float.NaN, float.PositiveInfinity, float.PositiveInfinity], one, path)[0, 0]);
        });
    }

    [Fact]
    public void AThousandClassesNeedTwoBytesAPixel()
    {
        float[] scores = new float[1000 * 20];
        for (int pixel = 0; pixel < 20; pixel++)
            scores[(pixel * 50 + 49) * 20 + pixel] = 1;
        LabelMap map = LabelMap.FromScores(scores, new MapShape(5, 4, ImageLayout.Chw));
        Assert.True(map.Labels.IsEmpty);
        Assert.Equal(999, map[4, 3]);
        Assert.Equal([.. Enumerable.Range(0, 20).Select(pixel => (ushort)(pixel * 50 + 49))], map.WideLabels.ToArray());
        Assert.Equal(1.0 / 20, map.Share(49));
        Assert.Equal(0, map.Share(50));
    }

    [Fact]
    public void AMapCostsItselfAndItsLabels()
    {
        float[] scores = new float[21 * 64 * 64];
        var shape = new MapShape(64, 64, ImageLayout.Chw);
        // An array of 4096 bytes has a header of 24; the object three references, three integers and its header of 16.
        Assert.InRange(Allocated.BytesOfOne(() => _ = LabelMap.FromScores(scores, shape).Width), 4096, 4096 + 24 + 56);
    }

    private static int[] Labels(LabelMap map) => map.Classes <= 256 ? [.. map.Labels.ToArray().Select(label => (int)label)] : [.. map.WideLabels.ToArray().Select(label => (int)label)];

    private static int[] Definition(MapShape shape, float[] scores)
    {
        int classes = scores.Length / shape.Pixels;
        return [.. Enumerable.Range(0, shape.Pixels).Select(pixel => Enumerable.Range(0, classes)
            .OrderByDescending(c => scores[shape.Layout == ImageLayout.Chw ? c * shape.Pixels + pixel : pixel * classes + c] is var score && float.IsNaN(score) ? float.NegativeInfinity : score)
            .ThenBy(c => c)
            .First())];
    }
}
