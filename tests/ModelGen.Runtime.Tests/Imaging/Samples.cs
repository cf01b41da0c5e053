using CsCheck;

namespace ModelGen.Tests.Imaging;

/// <summary>Random pictures and steps.</summary>
internal static class Samples
{
    internal static readonly Gen<PixelFormat> Format = Gen.OneOf(Enum.GetValues<PixelFormat>().Where(format => !format.IsFloat()).Select(Gen.Const).ToArray());

    /// <summary>The filters that Pillow has.</summary>
    internal static readonly Gen<ResizeFilter> PillowFilter = Gen.OneOf(ResizeFilters.Of(ResizeArithmetic.Pillow).ToArray().Select(Gen.Const).ToArray());

    internal static readonly Gen<ImageResize> Resize = Gen.Select(
        Gen.Int[0, 2], Gen.Int[1, 150], Gen.Int[1, 150], PillowFilter, Gen.Enum<PassOrder>(), Gen.Bool,
        (kind, width, height, filter, order, torch) => kind switch
        {
            0 => ImageResize.None,
            1 => ImageResize.To(width, height, filter),
            _ => ImageResize.ShorterSide(Math.Min(width, 40), filter),
        } with
        {
            PassOrder = order,
            Arithmetic = torch && filter is ResizeFilter.Bilinear or ResizeFilter.Bicubic ? ResizeArithmetic.TorchUint8 : ResizeArithmetic.Pillow,
        });

    /// <summary>Steps that take any picture: they crop.</summary>
    internal static readonly Gen<ImageSteps> Steps = Gen.Select(
        Gen.Int[1, 120], Gen.Int[1, 120], Gen.Enum<ImageColor>(), Gen.Enum<ImageLayout>(), Resize, Gen.Enum<CropRounding>(), Gen.Enum<NumberRule>(), Gen.Int[0, 2],
        (width, height, color, layout, resize, rounding, rule, numbers) => new ImageSteps
        {
            Width = width,
            Height = height,
            Color = color,
            Layout = layout,
            Resize = resize.IsNone ? ImageResize.None : resize,
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
