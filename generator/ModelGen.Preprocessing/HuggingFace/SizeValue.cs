namespace ModelGen.Preprocessing;

/// <summary>A <c>size</c> as Hugging Face writes it, before the filter is known.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Kind">The rule.</param>
/// <param name="Width">The width, or the length of the rule's side.</param>
/// <param name="Height">The height, or for the shorter side the bound of the longer one, 0 without.</param>
/// <param name="Rounding">How fractions of pixels are rounded.</param>
internal readonly record struct SizeValue(ResizeKind Kind, int Width, int Height, SizeRounding Rounding = SizeRounding.Truncate)
{
    /// <summary><c>{"shortest_edge": n}</c>.</summary>
    internal static SizeValue ShorterSide(int length, int longest = 0) => new(ResizeKind.ShorterSide, length, longest);

    /// <summary><c>{"longest_edge": n}</c> as SAM has it: <c>int(side + 0.5)</c>.</summary>
    internal static SizeValue LongerSide(int length) => new(ResizeKind.LongerSide, length, 0, SizeRounding.HalfUp);

    /// <summary><c>{"height": n, "width": n}</c>.</summary>
    internal static SizeValue Square(int side) => new(ResizeKind.To, side, side);
}
