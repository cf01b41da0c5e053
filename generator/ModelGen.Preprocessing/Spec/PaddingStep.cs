namespace ModelGen.Preprocessing;

/// <summary>What surrounds a picture that is smaller than the tensor.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Level">The byte of the pixels around it, for all channels, which is normalised as the picture is; of no meaning with a number.</param>
/// <param name="Number">The number around it after normalising; null when the level counts.</param>
/// <param name="Anchor">Where the picture lies.</param>
internal readonly record struct PaddingStep(int Level, double? Number, ImageAnchor Anchor)
{
    /// <summary>Pixels of one byte.</summary>
    internal static PaddingStep WithLevel(int level, ImageAnchor anchor = ImageAnchor.Centre) => new(level, null, anchor);

    /// <summary>One number, after normalising.</summary>
    internal static PaddingStep WithNumber(double number, ImageAnchor anchor) => new(0, number, anchor);
}
