using CsCheck;

namespace ModelGen.Tests.Imaging;

/// <summary>Random pictures and steps.</summary>
internal static class Samples
{
    internal static readonly Gen<PixelFormat> Format = Gen.OneOf(Enum.GetValues<PixelFormat>().Where(format => !format.IsFloat()).Select(Gen.Const).ToArray());

    /// <summary>The paths that run on this machine; without AVX-512 its path runs on two halves.</summary>
    internal static readonly VectorPath[] Paths = [.. Enum.GetValues<VectorPath>().Where(path => !path.HasAvx2() || System.Runtime.Intrinsics.X86.Avx2.IsSupported)];

    /// <summary>The filters that Pillow has.</summary>
    internal static readonly Gen<ResizeFilter> PillowFilter = Filter(ResizeArithmetic.Pillow);

    /// <summary>Libraries whose results are bytes, each with one of its filters.</summary>
    internal static readonly Gen<(ResizeArithmetic Arithmetic, ResizeFilter Filter)> Engine =
        from arithmetic in Gen.OneOf(
            Gen.Const(ResizeArithmetic.Pillow), Gen.Const(ResizeArithmetic.TorchUint8), Gen.Const(ResizeArithmetic.TorchUint8Aliased),
            Gen.Const(ResizeArithmetic.OpenCv), Gen.Const(ResizeArithmetic.OpenCv4))
        from filter in Filter(arithmetic)
        select (arithmetic, filter);

    internal static readonly Gen<ImageResize> Resize = Gen.Select(
        Gen.Int[0, 2], Gen.Int[1, 150], Gen.Int[1, 150], Engine, Gen.Enum<PassOrder>(),
        (kind, width, height, engine, order) => kind switch
        {
            0 => ImageResize.None,
            1 => ImageResize.To(width, height, engine.Filter),
            _ => ImageResize.ShorterSide(Math.Min(width, 40), engine.Filter),
        } with
        {
            PassOrder = order,
            Arithmetic = engine.Arithmetic,
        });

    /// <summary>The channels that every library's arithmetic has.</summary>
    internal static readonly Gen<ImageColor> Color = Gen.OneOf(Gen.Const(ImageColor.Rgb), Gen.Const(ImageColor.Bgr), Gen.Const(ImageColor.Gray));

    /// <summary>Steps that take any picture: they crop.</summary>
    internal static readonly Gen<ImageSteps> Steps = Gen.Select(
        Gen.Int[1, 120], Gen.Int[1, 120], Color, Gen.Enum<ImageLayout>(), Resize, Gen.Enum<CropRounding>(), Gen.Enum<NumberRule>(), Gen.Int[0, 2],
        (width, height, color, layout, resize, rounding, rule, numbers) => new ImageSteps
        {
            Width = width,
            Height = height,
            Color = color,
            Layout = layout,
            Resize = resize,
            CenterCrop = true,
            CropRounding = rounding,
            NumberRule = rule,
            Rescale = numbers == 0 ? 1 : 1.0 / 255,
            Mean = numbers == 2 ? [0.485] : [],
            Std = numbers == 2 ? [0.229] : [],
        });

    /// <summary>A picture with gaps between rows, as bytes.</summary>
    internal static readonly Gen<(int Width, int Height, PixelFormat Format, int Stride, byte[] Pixels)> Picture =
        from width in Gen.Int[1, 150]
        from height in Gen.Int[1, 150]
        from format in Format
        from gap in Gen.Int[0, 9]
        from seed in Gen.Int
        from style in Gen.Int[0, 2]
        select Make(width, height, format, width * format.BytesPerPixel() + gap, seed, style);

    /// <summary>The filters that a library has.</summary>
    internal static Gen<ResizeFilter> Filter(ResizeArithmetic arithmetic) =>
        Gen.OneOf(ResizeFilters.Of(arithmetic).ToArray().Select(Gen.Const).ToArray());

    private static (int Width, int Height, PixelFormat Format, int Stride, byte[] Pixels) Make(
        int width, int height, PixelFormat format, int stride, int seed, int style)
    {
        var pixels = new byte[(height - 1) * stride + width * format.BytesPerPixel()];
        new Random(seed).NextBytes(pixels);
        // Black and white drives overshoot and ties; two neighbouring levels drive rounding.
        if (style == 1) for (int i = 0; i < pixels.Length; i++) pixels[i] = pixels[i] < 128 ? (byte)0 : (byte)255;
        if (style == 2) for (int i = 0; i < pixels.Length; i++) pixels[i] = (byte)(127 + (pixels[i] & 1));
        return (width, height, format, stride, pixels);
    }
}
