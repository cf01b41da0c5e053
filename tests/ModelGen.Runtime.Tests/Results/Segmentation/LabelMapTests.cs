using CsCheck;

namespace ModelGen.Tests.Results;

public class LabelMapTests
{
    [Fact]
    public void LabelsOfAnyIntegersAreTaken()
    {
        Assert.Equal([0, 3, 1, 2], LabelMap.FromLabels<long>([0, 3, 1, 2], 2, 2, 4).Labels.ToArray());
        Assert.Equal([0, 3, 1, 2], LabelMap.FromLabels<int>([0, 3, 1, 2], 4, 1, 256).Labels.ToArray());
        Assert.Equal([0, 255, 1, 2], LabelMap.FromLabels<byte>([0, 255, 1, 2], 1, 4, 256).Labels.ToArray());
        Assert.Equal([0, 299], LabelMap.FromLabels<long>([0, 299], 2, 1, 300).WideLabels.ToArray());
    }

    [Fact]
    public void ALabelThatIsNoClassIsNamedWithItsPlace()
    {
        Assert.Equal(
            "A label is no class (column 1, row 1): expected 0 to 3, got 4. Give as many classes as the network knows, one more when it marks void pixels.",
            Assert.Throws<ModelGenException>(() => LabelMap.FromLabels<long>([0, 1, 2, 4], 2, 2, 4)).Message);
        Assert.Equal("-1", Assert.Throws<ModelGenException>(() => LabelMap.FromLabels<int>([0, 1, -1, 9], 2, 2, 4)).Actual);
        Assert.Equal(long.MaxValue.ToString(), Assert.Throws<ModelGenException>(() => LabelMap.FromLabels<long>([0, long.MaxValue], 2, 1, 65536)).Actual);
    }

    [Fact]
    public void AnotherNumberOfScoresOrLabelsThanPixelsIsRefused()
    {
        var error = Assert.Throws<ShapeMismatchException>(() => LabelMap.FromScores(new float[13], new MapShape(3, 2, ImageLayout.Chw)));
        Assert.Equal(
            "The scores are not those of this picture (LabelMap): expected a multiple of 6, one score a class and pixel of 3×2 Chw, got 13. Pass the scores of one item.",
            error.Message);
        Assert.Throws<ShapeMismatchException>(() => LabelMap.FromScores([], new MapShape(3, 2, ImageLayout.Chw)));
        Assert.Throws<ShapeMismatchException>(() => LabelMap.FromLabels<int>([1, 2, 3], 2, 2, 4));
        Assert.Throws<ArgumentException>(() => LabelMap.FromScores(new float[6], new MapShape(0, 2, ImageLayout.Chw)));
        Assert.Throws<ArgumentException>(() => LabelMap.FromScores(new float[6], new MapShape(3, 2, (ImageLayout)5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => LabelMap.FromLabels<int>([0], 1, 1, 0));
    }

    [Fact]
    public void APixelThatIsNotThereIsNamed()
    {
        LabelMap map = LabelMap.FromLabels<byte>([0, 1, 2, 3, 4, 5], 3, 2, 6);
        Assert.Equal(5, map[2, 1]);
        Assert.StartsWith("Expected a column from 0 to 2.", Assert.Throws<ArgumentOutOfRangeException>(() => map[3, 0]).Message, StringComparison.Ordinal);
        Assert.StartsWith("Expected a row from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => map[0, -1]).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Share(6));
    }

    [Fact]
    public void SharesAreCountsOfPixels() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 400]).SelectMany((classes, pixels) => Gen.Int[0, classes - 1].Array[pixels].Select(labels => (classes, labels))).Sample((classes, labels) =>
    {
        LabelMap map = LabelMap.FromLabels<int>(labels, labels.Length, 1, classes);
        Assert.Equal([.. Enumerable.Range(0, classes).Select(label => labels.Count(other => other == label))], map.Counts.ToArray());
        Assert.Equal(1, Enumerable.Range(0, classes).Sum(map.Share), 1e-9);
    }, iter: 200);

    [Fact]
    public void ColoursAreThoseOfThePalette() => Gen.Select(Gen.Int[1, 300], Gen.Int[1, 60]).SelectMany((classes, pixels) => Gen.Int[0, classes - 1].Array[pixels].Select(labels => (classes, labels))).Sample((classes, labels) =>
    {
        LabelMap map = LabelMap.FromLabels<int>(labels, labels.Length, 1, classes);
        Image image = map.ToColorMap(Palette.PascalVoc);
        Assert.Equal((labels.Length, 1, PixelFormat.Rgb24), (image.Width, image.Height, image.Format));
        Rgb[] expected = [.. labels.Select(label => Palette.PascalVoc[label % 256])];
        Assert.Equal(expected.SelectMany(color => new[] { color.Red, color.Green, color.Blue }), image.Pixels.ToArray());
    }, iter: 200);

    [Fact]
    public void WritingColoursAllocatesNothing()
    {
        LabelMap map = LabelMap.FromLabels<byte>(new byte[77 * 10], 77, 10, 20);
        byte[] colors = new byte[3 * 770];
        Assert.Equal(0, Allocated.BytesOf(() => map.WriteColorMap(Palette.Cityscapes, colors)));
        Assert.Equal([128, 64, 128], colors[^3..]);
        Assert.StartsWith("Expected 2310 bytes, three a pixel of 77×10, got 2309.", Assert.Throws<ArgumentException>(() => map.WriteColorMap(Palette.Cityscapes, colors.AsSpan(1))).Message, StringComparison.Ordinal);
    }
}
