using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelGen.Generator;

/// <summary>Finds where a project file names a model, so that an error points at the item's own line.</summary>
internal static class ItemLocation
{
    private static readonly Regex s_attribute = new("(?:Include|Update)\\s*=\\s*\"([^\"]*)\"", RegexOptions.CultureInvariant);

    internal static Location Find(ModelItem item, ImmutableArray<TextFile> projects)
    {
        TextFile? project = projects.FirstOrDefault(file => file.Path == item.ProjectFile);
        if (project is null)
            return At(item.Path, SourceText.From(""), 0, 0);
        SourceText text = SourceText.From(project.Text);
        // Of all attributes that end like the model's path, the longest names it best: b/model.onnx, and not a/model.onnx or a wildcard.
        Group? named = s_attribute.Matches(project.Text).Cast<Match>()
            .Select(match => match.Groups[1])
            .Where(value => Names(value.Value, item.Path))
            .OrderByDescending(value => value.Length)
            .FirstOrDefault();
        return named is null ? At(project.Path, text, 0, 0) : At(project.Path, text, named.Index, named.Length);
    }

    private static bool Names(string value, string path)
    {
        string tail = value.Replace('\\', '/').TrimStart('.', '/');
        string full = path.Replace('\\', '/');
        return tail.Length > 0 && (full == tail || full.EndsWith("/" + tail, StringComparison.OrdinalIgnoreCase));
    }

    private static Location At(string path, SourceText text, int start, int length)
    {
        TextSpan span = new(start, length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
