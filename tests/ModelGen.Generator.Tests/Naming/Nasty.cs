using CsCheck;

namespace ModelGen.Generator.Tests;

/// <summary>Texts that break naive code generators.</summary>
internal static class Nasty
{
    private static readonly string[] s_pieces =
    [
        "", " ", "image", "Image", "IMAGE", "class", "await", "field", "int", "object", "_", "__", "0", "7", "224", ":0", ":1", "/", ".", ";", "\\", "\"", "'", "`",
        "\n", "\r", "\t", "\0", "\u0085", "\u2028", "\u2029", "\u200B", "\u200D", "\u202E", "\u2066", "\uFEFF", "\uFFFE", "\uFFFF", "\uFDD0", "\uD800", "\uDC00",
        "\U0001F600", "\U0001D400", "\U000E0001", "é", "e\u0301", "i\u0307", "\u0301", "ß", "ŉ", "ı", "İ", "Ⅷ", "ʰ", "你好", "مرحبا", "١", "*/", "//", "/*", "-->", "<b>", "&amp;",
        "{", "}", "{0}", "$", "@", "%", "#if", "onnx::", "::", "ǆ", "\uE000", "\u0378",
    ];

    /// <summary>Texts of such pieces, and plain random ones.</summary>
    internal static Gen<string> Texts { get; } = Gen.Frequency(
        (4, Gen.OneOf(s_pieces).Array[0, 8].Select(string.Concat)),
        (1, Gen.String[Gen.Char, 0, 40]),
        (1, Gen.String[Gen.Char.AlphaNumeric, 0, 30]));
}
