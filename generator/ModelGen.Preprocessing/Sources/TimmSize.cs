using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>What timm's <c>crop_mode</c> does to the size.</summary>
internal static class TimmSize
{
    /// <summary>A pipeline with the resize, and the crop or the padding, filled in; the rest is for the caller.</summary>
    /// <param name="values">The settings.</param>
    /// <param name="size">What the model takes.</param>
    /// <param name="part">The part of the scaled picture that is kept.</param>
    /// <param name="filter">How it is scaled, with Pillow.</param>
    /// <param name="mean">The mean, which borders are filled with.</param>
    internal static PreprocessingSpec Apply(ConfigValues values, PixelSize size, double part, ImageFilter filter, EquatableArray<double> mean)
    {
        var scaled = new PixelSize((int)Math.Floor(size.Width / part), (int)Math.Floor(size.Height / part));
        var empty = new PreprocessingSpec { Width = 0, Height = 0, Color = ImageColor.Rgb, Layout = ImageLayout.Chw, Mean = default, Std = default };
        switch (values.Text("crop_mode") ?? "center")
        {
            case "squash":
                return empty with { Resize = ResizeStep.To(scaled, filter), CenterCrop = size };
            case "border":
                if (part != 1 || mean.Distinct().Count() != 1)
                    values.Unsupported("the crop_mode 'border' is supported with crop_pct 1 and one mean for all channels only: it fills the border with the mean's colour. Use \"center\" or \"squash\" if the model was trained so, or write the steps into ModelGenPreprocess.");
                // ResizeKeepRatio and CenterCropOrPad; the colour is Python's round(255 * mean).
                return empty with
                {
                    Resize = ResizeStep.Of(ResizeKind.Within, size.Width, size.Height, filter) with { Rounding = SizeRounding.HalfToEven },
                    Padding = PaddingStep.WithLevel((int)Math.Max(0, Math.Min(255, Math.Round(255 * (mean.Count > 0 ? mean[0] : 0), MidpointRounding.ToEven)))),
                };
            case "center":
                if (size.Width != size.Height)
                    values.Unsupported($"the crop_mode 'center' is supported for squares only, and 'input_size' is {size} (width×height). Use \"squash\" if the model was trained so, or write the steps into ModelGenPreprocess.");
                return empty with { Resize = ResizeStep.ToShorterSide(scaled.Width, filter), CenterCrop = size };
            case var other:
                values.Unsupported($"the crop_mode '{XmlText.Plain(other, 60)}' is not supported. Known are center, squash and border.");
                return empty;
        }
    }
}
