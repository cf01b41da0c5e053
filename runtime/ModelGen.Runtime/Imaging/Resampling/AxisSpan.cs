namespace ModelGen;

/// <summary>The overlap of a scaled picture with the tensor along one axis.</summary>
/// <param name="From">First pixel of the scaled picture that is used.</param>
/// <param name="Count">How many are used.</param>
/// <param name="Before">Tensor pixels before the picture (padding).</param>
internal readonly record struct AxisSpan(int From, int Count, int Before)
{
    /// <summary>A centre crop of <paramref name="tensor"/> pixels from <paramref name="scaled"/>, padded where the picture is shorter.</summary>
    internal static AxisSpan Centred(int scaled, int tensor, CropRounding rounding)
    {
        int cut = scaled - tensor;
        if (cut < 0)
        {
            // Hugging Face floors the negative offset, so padding before is the larger half; torchvision's is the smaller one.
            int before = rounding == CropRounding.Down ? (1 - cut) / 2 : -cut / 2;
            return new AxisSpan(0, scaled, before);
        }

        int from = rounding == CropRounding.Down ? cut / 2 : (int)Math.Round(cut / 2.0, MidpointRounding.ToEven);
        return new AxisSpan(from, tensor, 0);
    }

    /// <summary>All of a picture that is not longer than the tensor.</summary>
    internal static AxisSpan Padded(int scaled, int tensor, ImageAnchor anchor) =>
        new(0, scaled, anchor == ImageAnchor.Centre ? (tensor - scaled) / 2 : 0);
}
