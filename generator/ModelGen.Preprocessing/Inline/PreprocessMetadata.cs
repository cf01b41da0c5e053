using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads an item's <c>ModelGenPreprocess</c>: <c>none</c>, a path to a .json file, a preset, or steps. Never throws.</summary>
internal static class PreprocessMetadata
{
    /// <summary>The words that are a request by themselves.</summary>
    private static readonly string[] s_words = ["none"];

    /// <summary>What stands between steps. The bar and the line end serve where a semicolon can't travel, as in MSBuild lists and .editorconfig files.</summary>
    private static readonly char[] s_separators = [';', '|', '\r', '\n'];

    /// <summary>What the value asks for, or everything that is wrong with it.</summary>
    internal static (PreprocessRequest? Request, EquatableArray<Problem> Problems) Parse(string value)
    {
        string text = value.Trim();
        string[] parts = [.. text.Split(s_separators).Select(part => part.Trim()).Where(part => part.Length > 0)];
        if (parts.Length == 1 && string.Equals(parts[0], "none", StringComparison.OrdinalIgnoreCase))
            return (new PreprocessRequest.None(), default);
        if (parts.Length == 1 && parts[0].EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !BeginsWithKey(parts[0]))
            return FileAt(parts[0]);
        if (parts.Length == 0)
            return (null, new([Unknown(text)]));
        string? preset = parts[0].IndexOf('=') < 0 ? Preset.Find(parts[0]) : "";
        if (preset is null)
            return (null, new([Unknown(parts[0])]));
        (InlineSteps? steps, EquatableArray<Problem> problems) = InlineParser.Parse(preset.Length > 0 ? parts.Skip(1) : parts, preset);
        return (steps is null ? null : new PreprocessRequest.Inline(steps), problems);
    }

    private static bool BeginsWithKey(string part) =>
        part.IndexOf('=') is > 0 and var equals && InlineOptions.Keys.Contains(part.Substring(0, equals).Trim().ToLowerInvariant());

    private static (PreprocessRequest?, EquatableArray<Problem>) FileAt(string path)
    {
        // Asked of the text alone, so that a project means the same on every system.
        bool isRooted = path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');
        if (!isRooted && !path.Any(char.IsControl))
            return (new PreprocessRequest.File(path), default);
        return (null, new([Malformed($"\"{XmlText.Plain(path)}\" is no relative path. Write the path from the project's folder to the file, as models/preprocessor_config.json.")]));
    }

    private static Problem Unknown(string text) => Malformed(
        $"\"{XmlText.Plain(text)}\" is none of: none; a relative path to a .json file; a preset ({string.Join(", ", Preset.Names)}); steps as resize=256;filter=bicubic;crop=224;rescale=1/255 (keys: {string.Join(", ", InlineOptions.Keys)}).{Hint(text)}");

    private static string Hint(string text) =>
        Preset.Hint(text) is { Length: > 0 } preset ? preset : NearestName.Hint(text, [.. s_words, .. InlineOptions.Keys]);

    private static Problem Malformed(string what) => new(PreprocessingRules.PreprocessMalformed, "ModelGenPreprocess: " + what);
}
