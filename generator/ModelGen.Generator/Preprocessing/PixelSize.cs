namespace ModelGen.Generator;

/// <summary>A size in pixels.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>The largest side that a file or an item may ask for; what is larger is a mistake.</summary>
    internal const int MaxSide = 32768;

    /// <summary>Width × height.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width}×{Height}");
}
