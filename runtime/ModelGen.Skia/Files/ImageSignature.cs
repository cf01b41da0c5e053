using System.Text;

namespace ModelGen;

/// <summary>Tells image files by their first bytes, so that nothing else ever reaches a decoder.</summary>
internal static class ImageSignature
{
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
        Of(head) ?? throw (head.IsEmpty ? DecodeProblem.Empty(name) : Refuse(head, name));

    private static ImageDecodeException Refuse(ReadOnlySpan<byte> head, string name)
    {
        (string came, string? remedy) = head switch
        {
            [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => ("a TIFF (or camera raw) file", "Convert it to PNG."),
            [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => ("an ISO media file such as HEIC, AVIF or MP4", "Convert it to JPEG or PNG."),
            [0, 0, 1, 0, ..] => ("an icon file", "Convert it to PNG."),
            [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => ("a PDF document", "Render its page to PNG."),
            [(byte)'P', (byte)'K', 3, 4, ..] => ("a ZIP archive", "Unpack it."),
            [(byte)'<', ..] => ("text that begins with '<', so HTML, XML or SVG", "Look whether an error page was saved as a picture."),
            _ => (FirstBytes(head), null),
        };
        return DecodeProblem.UnknownFormat(name, came, remedy);
    }

    private static string FirstBytes(ReadOnlySpan<byte> head)
    {
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
