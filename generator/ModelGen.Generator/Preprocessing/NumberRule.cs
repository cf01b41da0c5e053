namespace ModelGen.Generator;

/// <summary>In which order, and in which precision, a pixel becomes a number; and how a crop's odd pixel is rounded.</summary>
internal enum NumberRule
{
    /// <summary>Hugging Face's Pillow processors: <c>f32(f64(u) * factor)</c>, minus <c>f32(mean)</c>, divided by <c>f32(std)</c>; the crop begins at <c>floor((W - w) / 2)</c>.</summary>
    HuggingFace,

    /// <summary>Hugging Face's Fast processors: <c>(f32(u) - M) / S</c>, M and S being mean and deviation over the factor, in float32; the crop as <see cref="HuggingFace"/>.</summary>
    HuggingFaceFast,

    /// <summary>torchvision: <c>f32(u) / 255</c>, minus <c>f32(mean)</c>, divided by <c>f32(std)</c>; the crop begins at <c>(W - w) / 2</c> rounded half to even.</summary>
    Torchvision,
}
