namespace ModelGen.Preprocessing;

/// <summary>How a picture is resized.</summary>
internal enum ResizeKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>To an exact size; the aspect ratio is not kept.</summary>
    Exact,

    /// <summary>The shorter side to a length, the longer one to <c>int(length * long / short)</c>.</summary>
    ShorterSide,
}

/// <summary>One resize. Build it with the factory methods.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Kind">How.</param>
/// <param name="Width">The exact width, or the shorter side's length; 0 when there is no resize.</param>
/// <param name="Height">The exact height, or the shorter side's length; 0 when there is no resize.</param>
/// <param name="Filter">The filter; of no meaning when there is no resize.</param>
internal sealed record ResizeStep(ResizeKind Kind, int Width, int Height, ImageFilter Filter)
{
    /// <summary>No resize: the picture must have the model's size, or at least the crop's.</summary>
    internal static readonly ResizeStep None = new(ResizeKind.None, 0, 0, ImageFilter.Nearest);

    /// <summary>To this size in pixels.</summary>
    internal static ResizeStep To(PixelSize size, ImageFilter filter) => new(ResizeKind.Exact, size.Width, size.Height, filter);

    /// <summary>The shorter side to this many pixels.</summary>
    internal static ResizeStep ToShorterSide(int length, ImageFilter filter) => new(ResizeKind.ShorterSide, length, length, filter);
}
