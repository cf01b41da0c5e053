namespace ModelGen;

/// <summary>Where a library rounds on the way from a byte to the normalised number. The rules differ in the last bit.</summary>
/// <remarks>f32(x) rounds to float32; u is the byte; everything else is float32 arithmetic unless said otherwise.</remarks>
public enum NumberRule
{
    /// <summary>Hugging Face processors (NumPy): f32(u · rescale in float64), − f32(mean), ÷ f32(deviation).</summary>
    HuggingFace,

    /// <summary>Hugging Face <c>…Fast</c> processors (torch), fused: (u − f32(mean ÷ rescale)) ÷ f32(deviation ÷ rescale).</summary>
    HuggingFaceFast,

    /// <summary>torchvision, Keras: u ÷ f32(1 ÷ rescale), − f32(mean), ÷ f32(deviation).</summary>
    Torchvision,

    /// <summary>PaddleOCR: u · f32(rescale), − f32(mean), ÷ f32(deviation).</summary>
    Factor,

    /// <summary>NumPy in float64: (u · rescale − mean) ÷ deviation, rounded to float32 once at the end.</summary>
    Float64,
}
