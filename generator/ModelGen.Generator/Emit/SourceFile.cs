using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelGen.Generator;

/// <summary>One file of emitted source.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Hint">The file's name without its ending.</param>
/// <param name="Spec">What it shows.</param>
internal sealed record SourceFile(string Hint, ModelSpec Spec)
{
    /// <summary>A class's full name as a file name: the compiler takes letters, digits and dots in it, and no combining marks.</summary>
    internal static string HintName(string fullName)
    {
        string ascii = new([.. fullName.Select(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.' ? c : '_')]);
        return ascii == fullName ? fullName : $"{ascii}.{StableHash.Of(fullName):x8}";
    }

    internal void AddTo(SourceProductionContext output) =>
        output.AddSource(Hint + ".g.cs", SourceText.From(ClassEmitter.Emit(Spec), Encoding.UTF8));
}
