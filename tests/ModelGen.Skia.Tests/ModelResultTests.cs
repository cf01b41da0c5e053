using System.Numerics.Tensors;
using System.Text.Json;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Tests;

/// <summary>File → decoder → preprocessing → network gives what Pillow and ONNX Runtime give (expected.json beside each model).</summary>
public class ModelResultTests
{
    // expected.json rounds to four digits; the rest is room for the summation order of other processors.
    private const double Tolerance = 0.001;

    private static readonly ImagePipeline s_efficientNet = new(new ImageSteps
    {
        Width = 224,
        Height = 224,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.ShorterSide(256, ResizeFilter.Bicubic),
        CenterCrop = true,
        Rescale = 1.0 / 255,
        Mean = [127.0 / 255],
        Std = [128.0 / 255],
    });

    private static readonly ImagePipeline s_selfie = new(new ImageSteps
    {
        Width = 256,
        Height = 256,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Hwc,
        Resize = ImageResize.To(256, 256, ResizeFilter.Bilinear),
        Rescale = 1.0 / 255,
    });

    private static readonly ImagePipeline s_digits = new(new ImageSteps
    {
        Width = 8,
        Height = 8,
        Color = ImageColor.Gray,
        Layout = ImageLayout.Chw,
        Resize = ImageResize.To(8, 8, ResizeFilter.Box),
        Rescale = 1.0 / 255,
    });

    [Fact]
    public void PhotosAreClassifiedAsExpected()
    {
        using InferenceSession session = Session("efficientnet-lite0");
        foreach (JsonProperty photo in Expected("efficientnet-lite0").GetProperty("top5").EnumerateObject())
        {
            float[] probabilities = Run(session, s_efficientNet, Image.Load(Path.Combine(AppContext.BaseDirectory, "photos", photo.Name)), [1, 3, 224, 224]);
            TensorPrimitives.SoftMax(probabilities, probabilities);
            int[] best = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(i => probabilities[i]).Take(5)];
            JsonElement[] expected = [.. photo.Value.EnumerateArray()];
            Assert.Equal(expected.Select(e => e.GetProperty("index").GetInt32()), best);
            Assert.All(expected.Zip(best), pair => Assert.Equal(pair.First.GetProperty("probability").GetDouble(), probabilities[pair.Second], Tolerance));
        }
    }

    [Fact]
    public void ThePersonIsFoundAsExpected()
    {
        using InferenceSession session = Session("selfie-segmentation");
        JsonElement expected = Expected("selfie-segmentation").GetProperty("astronaut.jpg");
        float[] mask = Run(session, s_selfie, Image.Load(Path.Combine(AppContext.BaseDirectory, "photos", "astronaut.jpg")), [1, 256, 256, 3]);
        Assert.Equal(expected.GetProperty("mask_mean").GetDouble(), mask.Average(), Tolerance);
        Assert.Equal(expected.GetProperty("fraction_above_half").GetDouble(), mask.Count(p => p > 0.5) / (double)mask.Length, Tolerance);
    }

    [Fact]
    public void DigitsAreReadAsExpected()
    {
        using InferenceSession session = Session("digits");
        foreach (JsonProperty sample in Expected("digits").GetProperty("samples").EnumerateObject())
        {
            float[] probabilities = Run(session, s_digits, Image.Load(Path.Combine(Folder("digits"), "samples", sample.Name)), [1, 1, 8, 8]);
            int best = TensorPrimitives.IndexOfMax<float>(probabilities);
            Assert.Equal(sample.Value.GetProperty("predicted").GetInt32(), best);
            Assert.Equal(sample.Value.GetProperty("probability").GetDouble(), probabilities[best], Tolerance);
        }
    }

    private static string Folder(string model) => Path.Combine(AppContext.BaseDirectory, "models", model);

    private static JsonElement Expected(string model)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(model), "expected.json")));
        return json.RootElement.Clone();
    }

    private static InferenceSession Session(string model) => new(Path.Combine(Folder(model), model + ".onnx"));

    private static float[] Run(InferenceSession session, ImagePipeline pipeline, Image image, long[] shape)
    {
        var input = new float[pipeline.Steps.Length];
        pipeline.Write(image, input);
        using OrtValue value = OrtValue.CreateTensorValueFromMemory(input, shape);
        using var options = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(options, [session.InputNames[0]], [value], session.OutputNames);
        return outputs[0].GetTensorDataAsSpan<float>().ToArray();
    }
}
