using System.Security.Cryptography;
using ModelGen.Tests.Imaging;

namespace ModelGen.Tests.Results;

public class NearestTests
{
    public static TheoryData<string, int, int, string> Goldens()
    {
        var goldens = new TheoryData<string, int, int, string>();
        foreach (string line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Results", "nearest.tsv")).Skip(1))
        {
            string[] row = line.Split('\t');
            goldens.Add(row[0], int.Parse(row[1]), int.Parse(row[2]), row[3]);
        }
        return goldens;
    }

    [Theory]
    [MemberData(nameof(Goldens))]
    public void CornersArePickedAsOpenCvPicksThem(string picture, int width, int height, string hash)
    {
        Image image = PngFile.Read(picture);
        int channels = image.Stride / image.Width;
        byte[] resized = new byte[channels * width * height];
        for (int c = 0; c < channels; c++)
        {
            byte[] plane = [.. Enumerable.Range(0, image.Width * image.Height).Select(pixel => image.Pixels[pixel * channels + c])];
            ReadOnlySpan<byte> labels = LabelMap.FromLabels<byte>(plane, image.Width, image.Height, 256).Resize(width, height, NearestRule.Corners).Labels;
            for (int pixel = 0; pixel < labels.Length; pixel++)
                resized[pixel * channels + c] = labels[pixel];
        }
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(resized)));
    }

    [Theory]
    [InlineData(2, 4, new[] { 0, 0, 1, 1 }, new[] { 0, 0, 1, 1 })]
    [InlineData(4, 2, new[] { 1, 3 }, new[] { 0, 2 })]
    [InlineData(5, 3, new[] { 0, 2, 4 }, new[] { 0, 1, 3 })]
    [InlineData(3, 5, new[] { 0, 0, 1, 2, 2 }, new[] { 0, 0, 1, 1, 2 })]
    [InlineData(7, 1, new[] { 3 }, new[] { 0 })]
    [InlineData(1, 3, new[] { 0, 0, 0 }, new[] { 0, 0, 0 })]
    public void RulesDifferByWhereAPixelIsMeasured(int from, int to, int[] centers, int[] corners)
    {
        LabelMap map = LabelMap.FromLabels<int>([.. Enumerable.Range(0, from)], from, 1, from);
        Assert.Equal(centers, map.Resize(to, 1).Labels.ToArray().Select(label => (int)label));
        Assert.Equal(corners, map.Resize(to, 1, NearestRule.Corners).Labels.ToArray().Select(label => (int)label));
    }

    [Fact]
    public void CentresAreSymmetric()
    {
        for (int from = 1; from < 40; from++)
        {
            for (int to = 1; to < 60; to++)
            {
                int[] map = new int[to];
                NearestPixels.Fill(map, from, NearestRule.Centers);
                // Between two pixels the right one is taken, so mirrored the left one; elsewhere the mirror image is the same.
                for (int x = 0; x < to; x++)
                {
                    bool between = (2 * x + 1) * from % (2 * to) == 0;
                    if (!between)
                        Assert.Equal(from - 1 - map[x], map[to - 1 - x]);
                }
            }
        }
    }

    [Fact]
    public void WideMapsAndRowsAreResizedToo()
    {
        LabelMap map = LabelMap.FromLabels<int>([0, 300, 400, 500], 2, 2, 501).Resize(4, 3, NearestRule.Corners);
        Assert.Equal([0, 0, 300, 300, 0, 0, 300, 300, 400, 400, 500, 500], map.WideLabels.ToArray());
        Assert.Equal((4, 3, 501), (map.Width, map.Height, map.Classes));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.Resize(2, 2, (NearestRule)7));
        Assert.Throws<ArgumentException>(() => map.Resize(0, 2));
    }
}
