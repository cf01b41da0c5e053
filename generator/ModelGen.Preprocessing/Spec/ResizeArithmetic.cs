namespace ModelGen.Preprocessing;

/// <summary>Whose integer arithmetic a resize follows. The names are those of the runtime's enum.</summary>
internal enum ResizeArithmetic
{
    /// <summary>Pillow's: weights of 22 bits.</summary>
    Pillow,

    /// <summary>torch's on a uint8 tensor with antialias, as Hugging Face's Fast processors have it; bilinear and bicubic only.</summary>
    TorchUint8,
}
