using SkiaSharp;
using static System.FormattableString;

namespace ModelGen;

/// <summary>The errors of decoding in words, one member each.</summary>
internal static class DecodeProblem
{
    private const string CopyAgain = "Copy or download the file again.";
    private const string FiveFormats = "JPEG, PNG, GIF, BMP or WebP";

    public static ImageDecodeException Empty(string file) =>
        new("Not an image", FiveFormats, "no bytes at all", file, "Look whether the file was written or downloaded completely.");

    public static ImageDecodeException UnknownFormat(string file, string came, string? remedy) =>
        new("Not an image that can be decoded", FiveFormats, came, file, remedy);

    public static ImageDecodeException TooLong(string file, long limit, string came) =>
        new("File too long", Invariant($"at most {limit:N0} bytes"), came, file, "Raise ImageLoadOptions.MaxBytes if you trust the file.");

    public static ImageDecodeException TooManyPixels(string file, long limit, SKImageInfo declared) =>
        new("Picture too large", Invariant($"at most {limit:N0} pixels (ImageLoadOptions.MaxPixels)"),
            Invariant($"{declared.Width}×{declared.Height} = {(long)declared.Width * declared.Height:N0} pixels"), file,
            "It may be a decompression bomb; if you trust it, make it smaller with another program.");

    public static ImageDecodeException Header(string file, string format, int length) =>
        new($"Header of the {format} file damaged or cut off", "a picture of at least 1×1 pixels",
            Invariant($"{length:N0} bytes that declare none"), file, CopyAgain);

    public static ImageDecodeException Pixels(string file, SKImageInfo declared, SKCodecResult result, int length) =>
        new(result switch
        {
            SKCodecResult.IncompleteInput => "Picture incomplete",
            SKCodecResult.ErrorInInput => "Picture damaged",
            _ => "Picture damaged or incomplete",
        },
        $"all {declared.Width}×{declared.Height} pixels",
        result switch
        {
            SKCodecResult.IncompleteInput => Invariant($"data that end too early ({length:N0} bytes)"),
            SKCodecResult.ErrorInInput or SKCodecResult.InvalidInput => Invariant($"data that contradict themselves ({length:N0} bytes)"),
            _ => Invariant($"data that the decoder gives up on ({result}; {length:N0} bytes)"),
        },
        file, CopyAgain);
}
