namespace ModelGen.Preprocessing;

/// <summary>A size in pixels.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal readonly record struct PixelSize(int Width, int Height)
{
    /// <summary>The largest side that a file or an item may ask for: a square of it is the most that the runtime resizes to, 178,956,970 pixels.</summary>
    internal const int MaxSide = 13377;

    /// <summary>Width × height.</summary>
    public override string ToString() => FormattableString.Invariant($"{Width}×{Height}");
}
