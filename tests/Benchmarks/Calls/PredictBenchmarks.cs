using BenchmarkDotNet.Attributes;
using SkiaSharp;

namespace ModelGen.Benchmarks;

/// <summary>From decoded pixels to a class with its probability: the static call against what most C# code does.</summary>
/// <remarks>The usual code here resizes without an antialiasing filter and without a crop, so it does less; its results differ.</remarks>
[Config(typeof(ShortRun))]
[MemoryDiagnoser]
public class PredictBenchmarks : IDisposable
{
    private const int Size = 224;

    private readonly Image _photo = Pictures.Rgb(640, 480);
    private readonly Image _digit = Pictures.Rgb(128, 128);
    private readonly SKBitmap _bitmap;
    private readonly NamedValueLoop _named = new(EfficientNet.Info, [1, 3, Size, Size]);

    /// <summary>The photo, in the formats of both sides.</summary>
    public PredictBenchmarks() => _bitmap = Pictures.Skia(Pictures.Rgba(_photo));

    /// <summary>SkiaSharp, a loop over the pixels, NamedOnnxValue, softmax with LINQ.</summary>
    [Benchmark(Baseline = true, Description = "SkiaSharp + NamedOnnxValue, EfficientNet")]
    public float ByHand()
    {
        using SKBitmap small = _bitmap.Resize(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Opaque), new SKSamplingOptions(SKFilterMode.Linear));
        ReadOnlySpan<byte> pixels = small.GetPixelSpan();
        float[] numbers = new float[3 * Size * Size];
        for (int i = 0; i < Size * Size; i++)
        {
            for (int c = 0; c < 3; c++)
                numbers[c * Size * Size + i] = (pixels[4 * i + c] - 127) / 128f;
        }
        float[] scores = _named.Scores(numbers);
        float max = scores.Max();
        float[] exponents = [.. scores.Select(score => MathF.Exp(score - max))];
        return exponents.Max() / exponents.Sum();
    }

    /// <summary>ModelGen on a photo.</summary>
    [Benchmark(Description = "ModelGen Predict(image), EfficientNet")]
    public float Photo() => EfficientNet.Predict(_photo).Probability;

    /// <summary>ModelGen on a digit: the least that a call costs.</summary>
    [Benchmark(Description = "ModelGen Predict(image), digits")]
    public float Digit() => Digits.Predict(_digit).Probability;

    /// <summary>Unloads what is not ModelGen's.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _named.Dispose();
        _bitmap.Dispose();
        GC.SuppressFinalize(this);
    }
}
