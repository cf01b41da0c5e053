using System.Text.Json;
using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public class SampleModelTests
{
    [Fact]
    public void DigitsAreReadAsTheModelsAuthorReadThem()
    {
        JsonElement samples = DataFile.Json("digits/expected.json").GetProperty("samples");
        for (int digit = 0; digit < 10; digit++)
        {
            JsonElement expected = samples.GetProperty($"digit-{digit}.png");
            Classification<Digits.Label> result = Digits.Predict(Pictures.Digits[digit]);
            Assert.Equal(expected.GetProperty("predicted").GetInt32(), (int)result.Label);
            Assert.Equal(expected.GetProperty("probability").GetSingle(), result.Probability, 1e-4f);
        }
    }

    [Fact]
    public void BatchOfPicturesGivesWhatEachOfThemGivesAlone()
    {
        Classification<Digits.Label>[] together = Digits.Predict(Pictures.Digits);
        Classification<DigitsOne.Label>[] alone = DigitsOne.Predict(Pictures.Digits);
        Assert.Equal(10, together.Length);
        for (int digit = 0; digit < 10; digit++)
        {
            Assert.Equal((Digits.Label)digit, together[digit].Label);
            Assert.Equal(digit, (int)alone[digit].Label);
            Assert.Equal(alone[digit].Probability, together[digit].Probability, 1e-5f);
        }
    }

    [Fact]
    public void NoPicturesGiveNoResults() => Assert.Empty(Digits.Predict(ReadOnlySpan<Image>.Empty));

    [Fact]
    public async Task PictureFileAndAsynchronousCallGiveTheSame()
    {
        Classification<Digits.Label> fromFile = Digits.Predict(DataFile.Path("digits/digit-7.png"));
        Classification<Digits.Label> later = await Digits.PredictAsync(Pictures.Digits[7]);
        Assert.Equal(Digits.Label.Seven, fromFile.Label);
        Assert.Equal(fromFile.Probabilities.ToArray(), later.Probabilities.ToArray());
    }

    [Fact]
    public void DigitsMatchTheReferenceInOneAndInFive()
    {
        Truth truth = new("digits");
        Assert.Equal(truth.Sha256, Digits.Info.Sha256);
        Digits.Output one = Digits.Predict(new Digits.Input(Truth.Hash(64)));
        Digits.Output five = Digits.Predict(new Digits.Input(Truth.Hash(5 * 64)));
        truth.Check(0, "probabilities", [one.Probabilities.Count, 10], one.Probabilities.Span);
        truth.Check(1, "probabilities", [five.Probabilities.Count, 10], five.Probabilities.Span);
        DigitsOne.Output closed = DigitsOne.Predict(new DigitsOne.Input(Truth.Hash(64)));
        truth.Check(0, "probabilities", Shape<Dims.N1, Dims.N10>.Dims, closed.Probabilities.Span);
    }

    [Fact]
    public void EfficientNetMatchesTheReferenceInOneAndInTwo()
    {
        Truth truth = new("efficientnet-lite0");
        Assert.Equal(truth.Sha256, EfficientNet.Info.Sha256);
        for (int count = 1; count <= 2; count++)
        {
            EfficientNet.Output output = EfficientNet.Predict(new EfficientNet.Input(Truth.Hash(count * 3 * 224 * 224)));
            truth.Check(count - 1, "logits", [output.Logits.Count, 1000], output.Logits.Span);
        }
    }

    [Theory]
    [InlineData("chelsea.png")]
    [InlineData("coffee.jpg")]
    [InlineData("rocket.jpg")]
    [InlineData("astronaut.jpg")]
    public void EfficientNetNamesWhatPhotosShow(string photo)
    {
        JsonElement expected = DataFile.Json("efficientnet-lite0/expected.json").GetProperty("top5").GetProperty(photo);
        Prediction<EfficientNet.Label>[] top = EfficientNet.Predict(Pictures.Photo(photo)).TopK(5);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(expected[i].GetProperty("index").GetInt32(), top[i].Index);
            Assert.Equal(expected[i].GetProperty("name").GetString(), top[i].Name);
            Assert.Equal(expected[i].GetProperty("probability").GetSingle(), top[i].Probability, 2e-4f);
        }
    }

    [Fact]
    public void SelfieMaskMatchesTheReference()
    {
        Truth truth = new("selfie-segmentation");
        Assert.Equal(truth.Sha256, Selfie.Info.Sha256);
        Selfie.Output noise = Selfie.Predict(new Selfie.Input(Truth.Hash(256 * 256 * 3)));
        Selfie.Output bars = Selfie.Predict(new Selfie.Input(Truth.Bars(256, 256, 3)));
        truth.Check(0, "segmentation_mask", Shape<Dims.N1, Dims.N256, Dims.N256, Dims.N1>.Dims, noise.SegmentationMask.Span);
        truth.Check(1, "segmentation_mask", Shape<Dims.N1, Dims.N256, Dims.N256, Dims.N1>.Dims, bars.SegmentationMask.Span);
    }

    [Fact]
    public void SelfieMaskCoversThePersonInThePhoto()
    {
        JsonElement expected = DataFile.Json("selfie-segmentation/expected.json").GetProperty("astronaut.jpg");
        float[] mask = Selfie.Predict(Pictures.Photo("astronaut.jpg")).SegmentationMask.Span.ToArray();
        Assert.Equal(expected.GetProperty("mask_mean").GetSingle(), mask.Average(), 1e-3f);
        Assert.Equal(expected.GetProperty("fraction_above_half").GetSingle(), mask.Count(p => p > 0.5f) / (float)mask.Length, 1e-3f);
    }
}
