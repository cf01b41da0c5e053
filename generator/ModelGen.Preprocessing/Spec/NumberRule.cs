namespace ModelGen.Preprocessing;

/// <summary>In which order, and in which precision, a level u becomes a number. The names are those of the runtime's enum.</summary>
internal enum NumberRule
{
    /// <summary>Hugging Face's Pillow processors: <c>f32(f64(u) * factor)</c>, minus <c>f32(mean)</c>, divided by <c>f32(std)</c>.</summary>
    HuggingFace,

    /// <summary>Hugging Face's Fast processors: <c>(f32(u) - M) / S</c>, M and S being mean and deviation over the factor, in float32.</summary>
    HuggingFaceFast,

    /// <summary>torchvision and Keras: <c>f32(u) / f32(1 / factor)</c>, minus <c>f32(mean)</c>, divided by <c>f32(std)</c>.</summary>
    Torchvision,

    /// <summary>PaddleOCR, and Fast processors that rescale only: <c>f32(u) * f32(factor)</c>, minus <c>f32(mean)</c>, divided by <c>f32(std)</c>.</summary>
    Factor,

    /// <summary>NumPy in float64: one rounding to float32 at the end.</summary>
    Float64,
}
