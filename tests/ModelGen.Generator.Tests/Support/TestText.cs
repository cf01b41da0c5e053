using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ModelGen.Generator.Tests;

/// <summary>An additional file, with what the targets wrote about it.</summary>
internal sealed class TestText(string path, string text, string metadata = "") : AdditionalText
{
    public override string Path => path;

    public string Metadata => metadata;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        path.EndsWith(".onnx", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidOperationException("A model is no text; asking for it is CS2015 in the compiler.")
            : SourceText.From(text, System.Text.Encoding.UTF8);
}
