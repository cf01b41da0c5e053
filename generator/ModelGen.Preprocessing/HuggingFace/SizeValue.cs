namespace ModelGen.Preprocessing;

/// <summary>A <c>size</c> as Hugging Face writes it, before the filter is known.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal readonly record struct SizeValue(ResizeKind Kind, int Width, int Height)
{
    /// <summary><c>{"shortest_edge": n}</c>.</summary>
    internal static SizeValue ShorterSide(int length) => new(ResizeKind.ShorterSide, length, length);

    /// <summary><c>{"height": n, "width": n}</c>.</summary>
    internal static SizeValue Square(int side) => new(ResizeKind.Exact, side, side);
}
