using Microsoft.CodeAnalysis;

namespace ModelGen.Generator;

/// <summary>A text file among the project's additional files: a sidecar of a model, or the project file itself.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record TextFile(string Path, string Text)
{
    private static readonly string[] s_sidecars = [".json", ".txt"];
    private static readonly string[] s_projects = [".csproj", ".props", ".targets", ".vbproj", ".fsproj"];

    internal static bool IsSidecar(AdditionalText text) => HasExtension(text, s_sidecars);

    internal static bool IsProject(AdditionalText text) => HasExtension(text, s_projects);

    internal static TextFile Read(AdditionalText text, CancellationToken cancellationToken) =>
        new(text.Path, text.GetText(cancellationToken)?.ToString() ?? "");

    private static bool HasExtension(AdditionalText text, string[] extensions) =>
        extensions.Contains(System.IO.Path.GetExtension(text.Path), StringComparer.OrdinalIgnoreCase);
}
