using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelGen.Generator;

/// <summary>Reads what the package's targets wrote about an item.</summary>
internal static class ItemReader
{
    /// <summary>The one metadatum that the targets make visible: settings as <c>key=value</c>, U+001F between them, in base64.</summary>
    internal const string Metadatum = "build_metadata.AdditionalFiles.ModelGenItem";

    private const char Separator = '\u001F';

    internal static bool IsModel(AdditionalText text) => text.Path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase);

    internal static ModelItem Read(AdditionalText text, AnalyzerConfigOptionsProvider options)
    {
        options.GetOptions(text).TryGetValue(Metadatum, out string? encoded);
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        Dictionary<string, string> settings = Decode(encoded ?? "");
        return new ModelItem
        {
            Path = text.Path,
            RootNamespace = rootNamespace ?? "",
            Class = Setting("class"),
            Namespace = Setting("namespace"),
            Shapes = Setting("shapes"),
            Labels = Setting("labels"),
            Preprocess = Setting("preprocess"),
            Result = Setting("result"),
            Precision = Setting("precision"),
            OutputFile = Setting("file") is { Length: > 0 } file ? file : "models/" + Path.GetFileName(text.Path),
            Sha256 = Setting("sha256"),
            Stamp = Setting("stamp"),
            Weights = Setting("weights"),
            ProjectFile = Setting("project"),
        };

        string Setting(string key) => settings.TryGetValue(key, out string? value) ? value.Trim() : "";
    }

    /// <summary>The settings of an item. Damaged text gives none: then the build itself is broken, and defaults are the best answer.</summary>
    private static Dictionary<string, string> Decode(string encoded)
    {
        try
        {
            string text = Encoding.UTF8.GetString(Convert.FromBase64String(encoded));
            return text.Split(Separator)
                .Where(pair => pair.Contains('='))
                .GroupBy(pair => pair.Substring(0, pair.IndexOf('=')))
                .ToDictionary(pairs => pairs.Key, pairs => pairs.First().Substring(pairs.Key.Length + 1));
        }
        catch (FormatException)
        {
            return [];
        }
    }

    /// <summary>What the targets would write for these settings; for tests and for hosts without MSBuild.</summary>
    internal static string Encode(params (string Key, string Value)[] settings) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join(Separator.ToString(), settings.Select(setting => $"{setting.Key}={setting.Value}"))));
}
