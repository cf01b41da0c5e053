namespace ModelGen;

/// <summary>Where the scaled picture and the tensor overlap: by a crop, by padding, or because their sizes are equal.</summary>
internal static class TensorPlacement
{
    /// <summary>The columns and rows of the overlap.</summary>
    /// <exception cref="ImageSizeException">The scaled picture has not the tensor's size, and no step says what to do about it.</exception>
    internal static (AxisSpan Across, AxisSpan Down) Of(ImageSteps steps, int width, int height, int scaledWidth, int scaledHeight)
    {
        if (steps.CenterCrop)
            return (AxisSpan.Centred(scaledWidth, steps.Width, steps.CropRounding), AxisSpan.Centred(scaledHeight, steps.Height, steps.CropRounding));
        bool fits = steps.Padding is null ? (scaledWidth, scaledHeight) == (steps.Width, steps.Height) : scaledWidth <= steps.Width && scaledHeight <= steps.Height;
        if (!fits) throw Mismatch(steps, width, height, scaledWidth, scaledHeight);
        ImageAnchor anchor = steps.Padding?.Anchor ?? ImageAnchor.Centre;
        return (AxisSpan.Padded(scaledWidth, steps.Width, anchor), AxisSpan.Padded(scaledHeight, steps.Height, anchor));
    }

    private static ImageSizeException Mismatch(ImageSteps steps, int width, int height, int scaledWidth, int scaledHeight, string paramName = "image")
    {
        string scaled = steps.Resize.IsNone ? "" : $" (scaled to {scaledWidth}×{scaledHeight})";
        string remedy = steps.Padding is null
            ? $"scale it with Resize = ImageResize.To({steps.Width}, {steps.Height}, …), cut it with CenterCrop = true, or pass a picture of the tensor's size"
            : $"padding only adds to it: scale it with Resize = ImageResize.Within({steps.Width}, {steps.Height}, …), or pass a smaller picture";
        return new ImageSizeException($"The tensor is {steps.Width}×{steps.Height}, the picture {width}×{height}{scaled}: {remedy}.", paramName);
    }
}
