using BenchmarkDotNet.Attributes;
using SkiaSharp;

namespace ModelGen.Benchmarks;

/// <summary>1920×1080 to the 3×224×224 tensor of an ImageNet model, against SkiaSharp and the loop that usually follows it.</summary>
/// <remarks>
/// Skia's linear sampling reads four source pixels a target pixel, as OpenCV's, so it aliases; with mipmaps it does not, much.
/// Pillow's filters read every pixel.
/// On a machine with other work use <see cref="PreprocessingComparison"/>, which runs these in turns.
/// </remarks>
[Config(typeof(ShortRun))]
[MemoryDiagnoser]
public class PreprocessingBenchmarks : IDisposable
{
    private const int Size = 224;

    private readonly Image _rgb = Pictures.Rgb(1920, 1080);
    private readonly Image _rgba;
    private readonly SKBitmap _bitmap;
    private readonly SKBitmap _small = new(new SKImageInfo(Size, Size, SKColorType.Rgba8888, SKAlphaType.Opaque));
    private readonly float[] _tensor = new float[3 * Size * Size];
    private readonly ImagePipeline _bilinear = new(Steps(ImageResize.To(Size, Size, ResizeFilter.Bilinear)));
    private readonly ImagePipeline _linear = new(Steps(ImageResize.To(Size, Size, ResizeFilter.Bilinear) with { Arithmetic = ResizeArithmetic.OpenCv }));
    private readonly ImagePipeline _bicubic = new(Steps(ImageResize.To(Size, Size, ResizeFilter.Bicubic)));
    private readonly ImagePipeline _cropped = new(Steps(ImageResize.ShorterSide(256, ResizeFilter.Bilinear)) with { CenterCrop = true });

    /// <summary>The pictures, in the formats of both sides.</summary>
    public PreprocessingBenchmarks()
    {
        _rgba = Pictures.Rgba(_rgb);
        _bitmap = Pictures.Skia(_rgba);
    }

    /// <summary>Skia, linear sampling, then a loop over the pixels.</summary>
    [Benchmark(Baseline = true, Description = "SkiaSharp linear + loop")]
    public float[] SkiaLinear() => Skia(new SKSamplingOptions(SKFilterMode.Linear));

    /// <summary>Skia, linear sampling between mipmaps, then a loop over the pixels.</summary>
    [Benchmark(Description = "SkiaSharp linear, mipmaps + loop")]
    public float[] SkiaMipmaps() => Skia(new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));

    /// <summary>ModelGen, OpenCV's linear sampling, from the pixels that Skia has: four source pixels a target pixel, as Skia's.</summary>
    [Benchmark(Description = "ModelGen linear (OpenCV), RGBA")]
    public float[] LinearRgba() => Write(_linear, _rgba);

    /// <summary>ModelGen, Pillow's bilinear filter, from RGB.</summary>
    [Benchmark(Description = "ModelGen bilinear, RGB")]
    public float[] Bilinear() => Write(_bilinear, _rgb);

    /// <summary>ModelGen, Pillow's bilinear filter, from the pixels that Skia has.</summary>
    [Benchmark(Description = "ModelGen bilinear, RGBA")]
    public float[] BilinearRgba() => Write(_bilinear, _rgba);

    /// <summary>ModelGen, Pillow's bicubic filter.</summary>
    [Benchmark(Description = "ModelGen bicubic, RGB")]
    public float[] Bicubic() => Write(_bicubic, _rgb);

    /// <summary>ModelGen, shorter side to 256 and the centre of it.</summary>
    [Benchmark(Description = "ModelGen bilinear 256, centre 224")]
    public float[] Cropped() => Write(_cropped, _rgb);

    /// <summary>Frees Skia's bitmaps.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _bitmap.Dispose();
        _small.Dispose();
        GC.SuppressFinalize(this);
    }

    private static ImageSteps Steps(ImageResize resize) => new()
    {
        Width = Size,
        Height = Size,
        Color = ImageColor.Rgb,
        Layout = ImageLayout.Chw,
        Resize = resize,
        Rescale = 1.0 / 255,
        Mean = [0.485, 0.456, 0.406],
        Std = [0.229, 0.224, 0.225],
    };

    private float[] Write(ImagePipeline pipeline, Image image)
    {
        pipeline.Write(image, _tensor);
        return _tensor;
    }

    private float[] Skia(SKSamplingOptions sampling)
    {
        _bitmap.ScalePixels(_small, sampling);
        ReadOnlySpan<byte> pixels = _small.GetPixelSpan();
        const int Plane = Size * Size;
        for (int i = 0; i < Plane; i++)
        {
            _tensor[i] = (pixels[i * 4] / 255f - 0.485f) / 0.229f;
            _tensor[Plane + i] = (pixels[i * 4 + 1] / 255f - 0.456f) / 0.224f;
            _tensor[2 * Plane + i] = (pixels[i * 4 + 2] / 255f - 0.406f) / 0.225f;
        }

        return _tensor;
    }
}
