namespace ModelGen;

/// <summary>Where a centre crop starts when what is cut off, or padded, is odd.</summary>
public enum CropRounding
{
    /// <summary>Hugging Face: at ⌊(size − crop) / 2⌋, also when that is negative and the picture is padded.</summary>
    Down,

    /// <summary>torchvision: (size − crop) / 2 rounded half to even; padding goes ⌊(crop − size) / 2⌋ before the picture.</summary>
    HalfToEven,
}
