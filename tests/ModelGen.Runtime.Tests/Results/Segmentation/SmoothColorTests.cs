namespace ModelGen.Tests.Results;

public class SmoothColorTests
{
    private static readonly LabelMap s_map = LabelMap.FromLabels<byte>([0, 1, 1, 0, 0, 1], 3, 2, classes: 2);
    private static readonly Palette s_palette = new(new Rgb(0, 0, 0), new Rgb(200, 100, 50));

    [Fact]
    public void AnEdgeIsMixedAsOpenCvMixesIt()
    {
        // cv2.resize of the coloured 3×2 map to 6×2, INTER_LINEAR: at ¼ and ¾ between neighbours across; rows stay.
        Image image = s_map.ToColorMap(s_palette, 6, 2, ResizeArithmetic.OpenCv);
        Assert.Equal([0, 50, 150, 200, 200, 200, 0, 0, 0, 50, 150, 200], Reds(image));
    }

    [Fact]
    public void ScikitImageMirrorsAtTheBorder()
    {
        // Positions −¼, ¼, ¾, 1¼, 1¾, 2¼; those outside are mirrored to ¼ and 1¾, so borders mix too.
        Image image = s_map.ToColorMap(s_palette, 6, 2, ResizeArithmetic.ScikitImage);
        Assert.Equal([50, 50, 150, 200, 200, 200, 0, 0, 0, 50, 150, 150], Reds(image));
    }

    [Fact]
    public void ItsOwnSizeIsTheMapAsItIs() =>
        Assert.Equal(s_map.ToColorMap(s_palette).Pixels.ToArray(), s_map.ToColorMap(s_palette, 3, 2, ResizeArithmetic.ScikitImage).Pixels.ToArray());

    private static int[] Reds(Image image) => [.. Enumerable.Range(0, image.Width * image.Height).Select(i => (int)image.Pixels[i * 3])];
}
