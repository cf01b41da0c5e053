using System.Security.Cryptography;
using System.Text.Json;

namespace ModelGen.Tests;

/// <summary>The files beside the tests, and what is known of them.</summary>
internal static class TestData
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Data");

    public static IReadOnlyDictionary<string, JsonElement> Formats { get; } = Index("formats/truth.json");

    public static IReadOnlyDictionary<string, JsonElement> Bad { get; } = Index("bad/bad.json");

    public static string Format(string name) => Path.Combine(Folder, "formats", name);

    public static string BadFile(string name) => Path.Combine(Folder, "bad", name);

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The pixels as RGB, alpha dropped: what the truth's hashes are over.</summary>
    public static byte[] Rgb(Image image)
    {
        ReadOnlySpan<byte> pixels = image.Pixels;
        (int step, int green, int blue) = image.Format == PixelFormat.Gray8 ? (1, 0, 0) : (4, 1, 2);
        var rgb = new byte[image.Width * image.Height * 3];
        for (int from = 0, to = 0; to < rgb.Length; from += step, to += 3)
            (rgb[to], rgb[to + 1], rgb[to + 2]) = (pixels[from], pixels[from + green], pixels[from + blue]);
        return rgb;
    }

    private static Dictionary<string, JsonElement> Index(string file)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file)));
        return json.RootElement.GetProperty("files").EnumerateObject().ToDictionary(e => e.Name, e => e.Value.Clone());
    }
}
