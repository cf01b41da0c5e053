using System.Text.RegularExpressions;

namespace ModelGen.Onnx;

/// <summary>Says what text it is that came in place of a model.</summary>
internal static class TextFormats
{
    private const string Expected = "Expected an ONNX model, but the file is ";

    // github.com/git-lfs/git-lfs, docs/spec.md: the pointer's first line.
    private const string LfsHead = "version https://git-lfs.github.com/spec/";

    /// <summary>The message for a file's first characters.</summary>
    public static string Describe(string head)
    {
        string text = head.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (text.StartsWith(LfsHead, StringComparison.Ordinal))
        {
            Match size = Regex.Match(text, @"^size (\d{1,19})$", RegexOptions.Multiline | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            string bytes = size.Success ? $" for {size.Groups[1].Value} bytes" : "";
            return Expected + $"a Git LFS pointer{bytes}: the model itself was not fetched. Run: git lfs pull";
        }
        if (StartsWith(text, "<!doctype html") || StartsWith(text, "<html"))
            return Expected + "a web page (HTML), such as a site shows in place of a download. Download the file by its raw or resolve link.";
        if (text.Contains("ir_version"))
            return Expected + "ONNX in a text syntax. Save it as binary: onnx.save(model, 'model.onnx').";
        if (text.StartsWith("<", StringComparison.Ordinal))
            return Expected + "XML, such as OpenVINO's (.xml) or an error page. Export the original model to ONNX, or download it again.";
        if (text.StartsWith("{", StringComparison.Ordinal) || text.StartsWith("[", StringComparison.Ordinal))
            return Expected + "JSON, such as a config.json or a server's error message. Name the .onnx file, or download it again.";
        string first = text.Split('\n', '\r')[0];
        return Expected + $"plain text that begins {Printable.Quote(first)}. Name the .onnx file, or download it again.";
    }

    private static bool StartsWith(string text, string start) => text.StartsWith(start, StringComparison.OrdinalIgnoreCase);
}
