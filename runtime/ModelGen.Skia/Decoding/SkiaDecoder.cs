using System.Buffers;
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
            using SKCodec codec = SKCodec.Create(data) ?? throw Problem(
                $"{name}: the header of the {format} file is damaged or cut off ({file.Length:N0} bytes); expected one that declares a picture of at least 1×1 pixels");
            SKImageInfo info = RequireSize(codec.Info, name, options);
            SKEncodedOrigin origin = options.KeepOrientation ? SKEncodedOrigin.TopLeft : OriginOf(codec, file);

            if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
            {
                // Not zeroed: the decoder writes every byte or fails.
                byte[] pixels = GC.AllocateUninitializedArray<byte>(info.BytesSize);
                ReadPixels(codec, info, pixels, file, name);
                return Image.Adopt(pixels, info.Width, info.Height, FormatOf(info));
            }
            byte[] stored = ArrayPool<byte>.Shared.Rent(info.BytesSize);
            try
            {
                ReadPixels(codec, info, stored, file, name);
                return Orientation.Upright(stored.AsSpan(0, info.BytesSize), info.Width, info.Height, FormatOf(info), origin);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(stored);
            }
        }
    }

    /// <summary>What to decode into: the size that the file declares, when it is within the limits.</summary>
    private static SKImageInfo RequireSize(SKImageInfo declared, string name, ImageLoadOptions options)
    {
        long pixels = (long)declared.Width * declared.Height;
        if (pixels > options.MaxPixels)
            throw Problem($"{name}: expected at most {options.MaxPixels:N0} pixels (ImageLoadOptions.MaxPixels), got {declared.Width}×{declared.Height} = {pixels:N0} pixels. It may be a decompression bomb");
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
            throw Problem($"{name}: {Explain(result)}; expected all {info.Height:N0} rows of {info.Width}×{info.Height} pixels from its {file.Length:N0} bytes. Copy or download the file again");
        if (codec.EncodedFormat == SKEncodedImageFormat.Gif)
            GifColours.Restore(file, info, pixels);
    }

    private static string Explain(SKCodecResult result) => result switch
    {
        SKCodecResult.IncompleteInput => "the pixel data break off before the picture is complete",
        SKCodecResult.ErrorInInput => "the pixel data are damaged",
        SKCodecResult.InvalidInput => "the pixel data are damaged or incomplete",
        SKCodecResult.InternalError => "the decoder ran out of memory or failed inside",
        _ => $"the decoder can't read this variant ({result})",
    };

    private static ImageDecodeException Problem(FormattableString message) => new(FormattableString.Invariant(message) + ".");
}
