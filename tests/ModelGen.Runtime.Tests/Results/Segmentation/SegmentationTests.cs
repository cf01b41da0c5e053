namespace ModelGen.Tests.Results;

public class SegmentationTests
{
    // Four classes over 3×1 pixels: pear, plum, apple.
    private static readonly float[] s_scores = [0, 0, 5, 1, 0, 0, 0, 2, 0, 0, 3, 0];

    private static readonly MapShape s_shape = new(3, 1, ImageLayout.Chw);

    [Fact]
    public void EveryPixelHasAClassWithAName()
    {
        var result = new Segmentation<Fruit>(s_scores, s_shape, Fruits.Labels);
        Assert.Equal((Fruit.Pear, Fruit.Plum, Fruit.Apple), (result[0, 0], result[1, 0], result[2, 0]));
        Assert.Equal("plum", result.Labels.NameOf(result[1, 0]));
        Assert.Equal((3, 1), (result.Width, result.Height));
        Assert.Equal(1 / 3.0, result.Share(Fruit.Plum), 1e-12);
        Assert.Equal(0, result.Share(Fruit.TigerMelon));
        Assert.Equal([244, 35, 232, 102, 102, 156, 128, 64, 128], result.ToColorMap(Palette.Cityscapes).Pixels.ToArray());
    }

    [Fact]
    public void LabelsThatTheNetworkChoseItselfGetTheSameNames()
    {
        var result = new Segmentation<Fruit>(LabelMap.FromLabels<long>([1, 3, 0], 3, 1, 4), Fruits.Labels);
        Assert.Equal((Fruit.Pear, Fruit.Plum, Fruit.Apple), (result[0, 0], result[1, 0], result[2, 0]));
        Assert.Equal(0, new Segmentation<Fruit>(LabelMap.FromLabels<long>([1, 0], 2, 1, 2), Fruits.Labels).Share(Fruit.Plum));
    }

    [Fact]
    public void ASmallerResultKeepsItsNames()
    {
        Segmentation<Fruit> result = new Segmentation<Fruit>(s_scores, s_shape, Fruits.Labels).Resize(6, 2);
        Assert.Equal([1, 1, 3, 3, 0, 0, 1, 1, 3, 3, 0, 0], result.Map.Labels.ToArray());
        Assert.Same(Fruits.Labels, result.Labels);
    }

    [Fact]
    public void ScoresOfAnotherModelAreRefused()
    {
        Assert.Equal(
            "The scores are not those of these classes (Segmentation<Fruit>): expected 12 scores, 4 a pixel of 3×1 Chw, got 9. Pass the scores of one item, and the labels of the same model.",
            Assert.Throws<ShapeMismatchException>(() => new Segmentation<Fruit>(new float[9], s_shape, Fruits.Labels)).Message);
        Assert.Throws<ShapeMismatchException>(() => new Segmentation<Fruit>(LabelMap.FromLabels<long>([1, 0], 2, 1, 5), Fruits.Labels));
        Assert.Throws<ArgumentNullException>(() => new Segmentation<Fruit>(s_scores, s_shape, null!));
        var result = new Segmentation<Fruit>(s_scores, s_shape, Fruits.Labels);
        Assert.StartsWith("Fruit 4 is not a class of the model: valid are 0 to 3.", Assert.Throws<ArgumentOutOfRangeException>(() => result.Share((Fruit)4)).Message, StringComparison.Ordinal);
    }
}
