using ModelGen.EndToEnd.Results;

namespace ModelGen.EndToEnd;

/// <summary>Results beyond classes, of models whose answers can be read off the picture.</summary>
public class ResultTests
{
    private const int Width = 6, Height = 4;

    // The strongest channel goes round with the column and steps on with the row.
    private static readonly Image s_picture = Picture((x, y) => (x + 2 * y) % 3);
    private static readonly Image s_other = Picture((x, _) => x == 5 ? 2 : 0);

    [Fact]
    public void PlanesOfScoresBecomeAClassForEachPixel()
    {
        Segmentation<PlanarSegments.Label> result = PlanarSegments.Predict(s_picture);
        Assert.Equal((Width, Height), (result.Width, result.Height));
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
                Assert.Equal((PlanarSegments.Label)((x + 2 * y) % 3), result[x, y]);
        }
        Assert.Equal(1 / 3.0, result.Share(PlanarSegments.Label.Green), 1e-12);
        Assert.Equal(["red", "green", "blue"], result.Labels);
    }

    [Fact]
    public void EveryKindOfOutputGivesTheSameMap()
    {
        byte[] expected = PlanarSegments.Predict(s_picture).Map.Labels.ToArray();
        Assert.Equal(expected, InterleavedSegments.Predict(s_picture).Map.Labels.ToArray());
        Assert.Equal(expected, ChosenSegments.Predict(s_picture).Map.Labels.ToArray());
    }

    [Fact]
    public void EveryPictureOfABatchHasItsOwnMap()
    {
        Segmentation<PlanarSegments.Label>[] planar = PlanarSegments.Predict([s_picture, s_other]);
        Segmentation<ChosenSegments.Label>[] chosen = ChosenSegments.Predict([s_picture, s_other]);
        Assert.Equal(PlanarSegments.Predict(s_other).Map.Labels.ToArray(), planar[1].Map.Labels.ToArray());
        Assert.Equal(planar[1].Map.Labels.ToArray(), chosen[1].Map.Labels.ToArray());
        Assert.Equal(1 / 6.0, planar[1].Share(PlanarSegments.Label.Blue), 1e-12);
        Assert.NotEqual(planar[0].Map.Labels.ToArray(), planar[1].Map.Labels.ToArray());
    }

    [Fact]
    public void ARentedCallReadsTheScoresThatItHas()
    {
        using PlanarSegments.Call call = PlanarSegments.Default.Rent(1);
        PlanarSegments.Preprocess(s_other, call.Image[0]);
        call.Run();
        Assert.Equal(PlanarSegments.Label.Blue, call.Segment(0)[5, 3]);
    }

    [Fact]
    public void AMaskHasThePixelsAboveTheThreshold()
    {
        Image picture = Picture((x, _) => x < 2 ? 3 : 0);
        Mask mask = BrightMask.Predict(picture);
        Assert.Equal(ScoreKind.Logits, BrightMask.Scores);
        Assert.Equal((Width, Height, 8), (mask.Width, mask.Height, mask.Count));
        Assert.True(mask[1, 3]);
        Assert.False(mask[2, 0]);
        using BrightMask.Call call = BrightMask.Default.Rent(1);
        BrightMask.Preprocess(picture, call.Image[0]);
        call.Run();
        // No logit is above 0.5, whose probability is 0.62.
        Assert.Equal(0, call.Threshold(0, 0.63f).Count);
        Assert.Equal(Width * Height, call.Threshold(0, 0.3f).Count);
    }

    [Fact]
    public void EmbeddingsOfAlikePicturesAreAlike()
    {
        Embedding[] embeddings = MeanEmbedding.Predict([Picture((_, _) => 0), Picture((x, _) => x == 0 ? 1 : 0), Picture((_, _) => 2)]);
        Assert.Equal(3, MeanEmbedding.Dimensions);
        Assert.Equal([100 / 255f, 50 / 255f, 50 / 255f], embeddings[0].Values.ToArray(), (expected, actual) => Math.Abs(expected - actual) < 1e-6f);
        Assert.Equal(0, embeddings[0].Nearest(embeddings.AsSpan(1)).Index);
        Assert.True(embeddings[0].CosineSimilarity(embeddings[1]) > embeddings[0].CosineSimilarity(embeddings[2]));
    }

    /// <summary>Dim pixels with one stronger channel; 3 makes all channels full.</summary>
    private static Image Picture(Func<int, int, int> strongest)
    {
        var image = new Image(Width, Height, PixelFormat.Rgb24);
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            int pixel = i / 3, channel = strongest(pixel % Width, pixel / Width);
            image.Pixels[i] = (byte)(channel == 3 ? 255 : i % 3 == channel ? 100 : 50);
        }
        return image;
    }
}
