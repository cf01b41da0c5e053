using SkiaSharp;

namespace ModelGen;

/// <summary>The stages from the bytes of a file to a picture: signature, header, limits, pixels, orientation.</summary>
internal static unsafe class SkiaDecoder
{
    public const string NamelessBytes = "image in memory";
    public const string NamelessStream = "image stream";

    public static Image Decode(ReadOnlySpan<byte> file, string name, ImageLoadOptions options)
    {
        string format = ImageSignature.Require(file, name);
        try
        {
            return Decode(file, name, format, options);
        }
        catch (Exception e) when (SkiaNative.IsMissing(e))
        {
            throw SkiaNative.Missing(name, e);
        }
    }

    private static Image Decode(ReadOnlySpan<byte> file, string name, string format, ImageLoadOptions options)
    {
        fixed (byte* bytes = file)
        {
            using SKData data = SKData.Create((nint)bytes, file.Length);
            using SKCodec codec = SKCodec.Create(data) ?? throw DecodeProblem.Header(name, format, file.Length);
            SKImageInfo info = RequireSize(codec.Info, name, options);
            if (codec.EncodedFormat == SKEncodedImageFormat.Jpeg && JpegScans.IsCutProgressive(file))
                throw DecodeProblem.Pixels(name, info, SKCodecResult.IncompleteInput, file.Length);
            SKEncodedOrigin origin = options.KeepOrientation ? SKEncodedOrigin.TopLeft : OriginOf(codec, file);

            // Cleared memory: what a hostile file leaves unwritten must not show what lay there before.
            var stored = new Image(info.Width, info.Height, FormatOf(info));
            ReadPixels(codec, info, stored.Pixels, file, name);
            return origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default ? stored : Orientation.Upright(stored, origin);
        }
    }

    /// <summary>What to decode into: the size that the file declares, when it is within the limits.</summary>
    private static SKImageInfo RequireSize(SKImageInfo declared, string name, ImageLoadOptions options)
    {
        if ((long)declared.Width * declared.Height > options.MaxPixels)
            throw DecodeProblem.TooManyPixels(name, options.MaxPixels, declared);
        // No colour space: pixels stay as stored. Straight alpha: colours keep all their bits.
        return declared.ColorType == SKColorType.Gray8
            ? new SKImageInfo(declared.Width, declared.Height, SKColorType.Gray8, SKAlphaType.Opaque)
            : new SKImageInfo(declared.Width, declared.Height, SKColorType.Rgba8888, SKAlphaType.Unpremul);
    }

    private static PixelFormat FormatOf(SKImageInfo info) => info.ColorType == SKColorType.Gray8 ? PixelFormat.Gray8 : PixelFormat.Rgba32;

    /// <summary>Skia knows the EXIF orientation of JPEG and WebP, but not that of PNG.</summary>
    private static SKEncodedOrigin OriginOf(SKCodec codec, ReadOnlySpan<byte> file) =>
        codec.EncodedFormat == SKEncodedImageFormat.Png ? (SKEncodedOrigin)PngExif.Orientation(file) : codec.EncodedOrigin;

    private static void ReadPixels(SKCodec codec, SKImageInfo info, Span<byte> pixels, ReadOnlySpan<byte> file, string name)
    {
        SKCodecResult result;
        fixed (byte* target = pixels)
            result = codec.GetPixels(info, (nint)target, info.RowBytes, SKCodecOptions.Default);
        if (result != SKCodecResult.Success)
            throw DecodeProblem.Pixels(name, info, result, file.Length);
        if (codec.EncodedFormat == SKEncodedImageFormat.Gif)
            GifColours.Restore(file, info, pixels);
    }
}
