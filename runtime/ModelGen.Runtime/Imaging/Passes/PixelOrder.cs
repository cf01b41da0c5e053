namespace ModelGen;

/// <summary>Where the tensor's channels are within a colour pixel of the source.</summary>
/// <param name="Bytes">Bytes a pixel: 3 or 4.</param>
/// <param name="First">Offset of the tensor's first channel, 0 or 2; the second is at 1, the third at 2 − <paramref name="First"/>.</param>
internal readonly record struct PixelOrder(int Bytes, int First)
{
    /// <summary>Offset of the tensor's last channel.</summary>
    internal int Last => 2 - First;

    internal static PixelOrder Of(PixelFormat format, ImageColor color) =>
        new(format.BytesPerPixel(), color == ImageColor.Bgr ? 2 - format.RedOffset() : format.RedOffset());
}
