using System.Text;

namespace ModelGen;

/// <summary>Tells image files by their first bytes, so that nothing else ever reaches a decoder.</summary>
internal static class ImageSignature
{
    private const string Supported = "expected JPEG, PNG, GIF, BMP or WebP";

    /// <summary>The name of the format, or null when it is none of the five.</summary>
    public static string? Of(ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => "JPEG",
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => "PNG",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => "GIF",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "WebP",
        [(byte)'B', (byte)'M', ..] => "BMP",
        _ => null,
    };

    /// <summary>The name of the format; throws when it is none of the five.</summary>
    public static string Require(ReadOnlySpan<byte> head, string name) =>
        Of(head) ?? throw new ImageDecodeException(
            head.IsEmpty
                ? $"{name}: {Supported}, got no bytes at all. Look whether the file was written or downloaded completely."
                : $"{name}: {Supported}, got {Describe(head)}.");

    private static string Describe(ReadOnlySpan<byte> head)
    {
        string? known = head switch
        {
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "a TIFF (or camera raw) file; convert it to PNG",
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => "an ISO media file such as HEIC, AVIF or MP4; convert it to JPEG or PNG",
            [0, 0, 1, 0, ..] => "an icon file; convert it to PNG",
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF document; render its page to PNG",
            [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
            [(byte)'<', ..] => "text that begins with '<', so HTML, XML or SVG: perhaps an error page saved as a picture",
            _ => null,
        };
        if (known is not null)
            return known;
        ReadOnlySpan<byte> first = head[..Math.Min(head.Length, 8)];
        var text = new StringBuilder("a file that begins with ");
        foreach (byte b in first)
            text.Append(b.ToString("X2", null)).Append(' ');
        text.Append("(\"");
        foreach (byte b in first)
            text.Append(b is >= 0x20 and < 0x7F ? (char)b : '.');
        return text.Append("\")").ToString();
    }
}
