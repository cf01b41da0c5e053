namespace ModelGen.Preprocessing;

/// <summary>Whose arithmetic a resize follows. The names are those of the runtime's enum.</summary>
internal enum ResizeArithmetic
{
    /// <summary>Pillow's: weights of 22 bits.</summary>
    Pillow,

    /// <summary>torch's on a uint8 tensor with antialias, as Hugging Face's Fast processors have it.</summary>
    TorchUint8,

    /// <summary>torch's on a uint8 tensor without antialias.</summary>
    TorchUint8Aliased,

    /// <summary>torchvision's on a uint8 tensor: float32 with antialias, then rounded back to bytes.</summary>
    Torchvision,

    /// <summary>torch's on a float32 tensor with antialias.</summary>
    TorchFloat,

    /// <summary>torch's on a float32 tensor without antialias.</summary>
    TorchFloatAliased,

    /// <summary>That of OpenCV 5.</summary>
    OpenCv,

    /// <summary>That of OpenCV 4.</summary>
    OpenCv4,

    /// <summary>scikit-image's without anti-aliasing.</summary>
    ScikitImage,

    /// <summary>scikit-image's with its default anti-aliasing.</summary>
    ScikitImageSmoothed,
}
