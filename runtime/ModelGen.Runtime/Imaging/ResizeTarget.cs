namespace ModelGen;

/// <summary>The arithmetic of target sizes. Sources: torchvision's <c>_compute_resized_output_size</c>, Hugging Face's <c>image_transforms.py</c>,
/// Ultralytics' <c>LetterBox</c>, PaddleOCR's <c>DetResizeForTest</c> and <c>resize_norm_img</c>.</summary>
internal static class ResizeTarget
{
    internal static (int Width, int Height) Of(ImageResize resize, int width, int height)
    {
        (double scaledWidth, double scaledHeight) = resize.Rule switch
        {
            ResizeRule.None => (width, height),
            ResizeRule.To => (resize.Width, resize.Height),
            ResizeRule.ShorterSide => ShorterSide(resize, width, height),
            ResizeRule.LongerSide => Scaled(resize, width, height, (double)resize.Width / Math.Max(width, height)),
            ResizeRule.Within => Scaled(resize, width, height, Math.Min((double)resize.Width / width, (double)resize.Height / height)),
            ResizeRule.NearerScale => NearerScale(resize, width, height),
            _ => (Math.Min(resize.Width, Rounded(resize.Rounding, resize.Height * ((double)width / height))), resize.Height),
        };
        if (resize.MultipleOf > 1 && resize.Rule != ResizeRule.NearerScale)
            (scaledWidth, scaledHeight) = (Multiple(scaledWidth, resize.MultipleOf), Multiple(scaledHeight, resize.MultipleOf));
        // Thin pictures keep a pixel.
        (scaledWidth, scaledHeight) = (Math.Max(scaledWidth, 1), Math.Max(scaledHeight, 1));
        if (scaledWidth * scaledHeight > ImageSize.MaxPixels)
        {
            throw new ArgumentException(
                $"Scaling {width}×{height} gives {scaledWidth}×{scaledHeight} pixels, more than {ImageSize.MaxPixels} in all; crop the picture first.", nameof(width));
        }

        return ((int)scaledWidth, (int)scaledHeight);
    }

    private static (double Width, double Height) ShorterSide(ImageResize resize, int width, int height)
    {
        int shorter = Math.Min(width, height), longer = Math.Max(width, height);
        double length = resize.Width, exact = length;
        if (resize.Height != 0 && (double)longer / shorter * length > resize.Height)
        {
            // The longer side follows from the length before it is rounded.
            exact = (double)resize.Height * shorter / longer;
            length = Math.Round(exact, MidpointRounding.ToEven);
        }

        if (shorter == (int)length) return (width, height);
        // Products of whole numbers are exact and below 2^53, so this is Python's int(size * long / short).
        double other = Rounded(resize.Rounding, exact * longer / shorter);
        return width <= height ? (length, other) : (other, length);
    }

    private static (double Width, double Height) Scaled(ImageResize resize, int width, int height, double scale) =>
        resize.OnlyShrinks && scale >= 1 ? (width, height) : (Rounded(resize.Rounding, width * scale), Rounded(resize.Rounding, height * scale));

    private static (double Width, double Height) NearerScale(ImageResize resize, int width, int height)
    {
        double across = (double)resize.Width / width, down = (double)resize.Height / height;
        double scale = Math.Abs(1 - across) < Math.Abs(1 - down) ? across : down;
        int multiple = Math.Max(resize.MultipleOf, 1);
        return (Multiple(scale * width, multiple), Multiple(scale * height, multiple));
    }

    private static double Multiple(double side, int multiple) =>
        Math.Max(Math.Round(side / multiple, MidpointRounding.ToEven), 1) * multiple;

    private static double Rounded(SizeRounding rounding, double side) => rounding switch
    {
        SizeRounding.HalfToEven => Math.Round(side, MidpointRounding.ToEven),
        SizeRounding.HalfUp => Math.Floor(side + 0.5),
        SizeRounding.Up => Math.Ceiling(side),
        _ => Math.Truncate(side),
    };
}
