namespace ModelGen.Preprocessing;

/// <summary>What an item's <c>ModelGenPreprocess</c> asks for.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal abstract record PreprocessRequest
{
    private PreprocessRequest() { }

    /// <summary><c>none</c>: no preprocessing, not even from files beside the model.</summary>
    internal sealed record None : PreprocessRequest;

    /// <summary>A file in the format of <c>preprocessor_config.json</c>, or timm's <c>config.json</c>.</summary>
    /// <param name="Path">As written: relative, with the project file's own slashes.</param>
    internal sealed record File(string Path) : PreprocessRequest;

    /// <summary>Steps written out in the item, or a preset's.</summary>
    internal sealed record Inline(InlineSteps Steps) : PreprocessRequest;
}
