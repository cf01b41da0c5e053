using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelGen.Generator;

/// <summary>Finds where a project file names a model, so that an error points at the item's own line.</summary>
internal static class ItemLocation
{
    internal static Location Find(ModelItem item, ImmutableArray<TextFile> projects)
    {
        TextFile? project = projects.FirstOrDefault(file => file.Path == item.ProjectFile);
        if (project is null)
            return At(item.Path, SourceText.From(""), 0, 0);
        SourceText text = SourceText.From(project.Text);
        int start = project.Text.IndexOf(item.FileName, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? At(project.Path, text, 0, 0) : At(project.Path, text, start, item.FileName.Length);
    }

    private static Location At(string path, SourceText text, int start, int length)
    {
        TextSpan span = new(start, length);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }
}
