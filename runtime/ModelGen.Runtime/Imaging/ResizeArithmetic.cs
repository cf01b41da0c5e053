namespace ModelGen;

/// <summary>Whose integer arithmetic resampling follows, bit for bit.</summary>
public enum ResizeArithmetic
{
    /// <summary>Pillow: weights of 22 bits.</summary>
    Pillow,

    /// <summary>
    /// torch on a uint8 tensor with antialias (torchvision v2, Hugging Face <c>…Fast</c> processors): weights that fit 16 bits,
    /// horizontal first. Bilinear and bicubic only.
    /// </summary>
    TorchUint8,
}
