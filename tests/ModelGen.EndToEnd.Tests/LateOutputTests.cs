using CsCheck;

namespace ModelGen.EndToEnd;

public class LateOutputTests
{
    private static readonly string[] s_words = ["zero", "one", "two", "three", "four", "five"];

    [Fact]
    public void OutputsHaveAsManyItemsAsTheRunFound() => Gen.Float[-1, 1].Array[6].Sample(values =>
    {
        float[] x = [.. values.Select(value => value < 0 ? 0 : value)];
        int[] found = [.. Enumerable.Range(0, 6).Where(i => x[i] != 0)];
        Late.Output output = Late.Predict(new Late.Input(x, s_words));
        Assert.Equal(found.Length, output.Where.Count);
        Assert.Equal(found.Select(i => (long)i), output.Where.Span.ToArray());
        Assert.Equal(found.Select(i => x[i]), output.Values.Span.ToArray());
        Assert.Equal(found.Select(i => s_words[i]), output.Chosen.Span.ToArray());
        Assert.Equal(found.Length, output.Count);
        Assert.Equal(x.Select(value => -value), output.Negated.Span.ToArray());
    }, iter: 200);

    [Fact]
    public void RentedCallShowsTheSizesOfItsLastRun()
    {
        using Late model = new();
        using Late.Call call = model.Rent();
        s_words.CopyTo(call.Words.Span);
        foreach (float[] x in new float[][] { [1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0], [0, 7, 0, 8, 0, 0] })
        {
            x.CopyTo(call.X.Span);
            call.Run();
            int count = x.Count(value => value != 0);
            Assert.Equal(count, call.Where.Count);
            Assert.Equal(count, call.Values.Count);
            Assert.Equal(count, call.Chosen.Count);
        }
        Assert.Equal([1, 3], call.Where.Span.ToArray());
        Assert.Equal(["one", "three"], call.Chosen.Span.ToArray());
    }

    [Fact]
    public void BeforeTheFirstRunThereAreNoItems()
    {
        using Late model = new();
        using Late.Call call = model.Rent();
        Assert.Equal(0, call.Where.Count);
        Assert.Equal(0, call.Values.Count);
    }

    [Fact]
    public void PictureModelKeepsRowsThatAreNotThePictures()
    {
        Image dark = new(4, 4, PixelFormat.Rgb24);
        Image bright = new(4, 4, PixelFormat.Rgb24);
        bright.Pixels.Fill(255);
        Detector.Output[] outputs = Detector.Predict([dark, bright]);
        Assert.Equal([0, 0, 0], outputs[0].Mean.Span.ToArray());
        Assert.Equal([1, 1, 1], outputs[1].Mean.Span.ToArray());
        // Every bright level of the whole batch; the first number of a row is the picture's index.
        Assert.All(outputs, output => Assert.Equal(48, output.Bright.Count));
        Assert.All(Enumerable.Range(0, 48), row => Assert.Equal(1, outputs[0].Bright[row].Span[0]));
        Assert.Equal(0, Detector.Predict(dark).Bright.Count);
    }
}
