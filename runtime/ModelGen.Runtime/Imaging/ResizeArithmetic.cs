namespace ModelGen;

/// <summary>Whose arithmetic resampling follows. Those that end in bytes are followed bit for bit.</summary>
public enum ResizeArithmetic
{
    /// <summary>Pillow: weights of 22 bits, antialiased.</summary>
    Pillow,

    /// <summary>
    /// torch on a uint8 tensor with antialias (torchvision v2, Hugging Face <c>…Fast</c> processors): weights that fit 16 bits,
    /// horizontal first. Bilinear and bicubic.
    /// </summary>
    TorchUint8,

    /// <summary>torch on a uint8 tensor with <c>antialias=False</c>. Bilinear.</summary>
    TorchUint8Aliased,

    /// <summary>
    /// torchvision's presets and v1 functions on a uint8 tensor: antialiased in float32, then rounded half to even back to bytes. Bilinear and bicubic.
    /// </summary>
    Torchvision,

    /// <summary>torch on a float32 tensor with antialias: nothing is rounded to bytes. Bilinear and bicubic.</summary>
    TorchFloat,

    /// <summary>torch on a float32 tensor without antialias: nothing is rounded to bytes. Bilinear.</summary>
    TorchFloatAliased,

    /// <summary>
    /// OpenCV 5, <c>cv2.resize</c> (of 4.x too, but for <see cref="ResizeFilter.NearestExact"/>): all but Box and Hamming. Bicubic as without Intel's IPP
    /// (<c>cv2.ipp.setUseIPP(False)</c>), which the wheels for x86 use and which is off by a level here and there.
    /// </summary>
    OpenCv,

    /// <summary>OpenCV 4.7 and later 4.x where they differ from 5: <see cref="ResizeFilter.NearestExact"/>.</summary>
    OpenCv4,

    /// <summary>
    /// scikit-image, <c>resize(…, mode='reflect', preserve_range=True, anti_aliasing=False)</c>, in float64: nothing is rounded to bytes.
    /// Nearest (order 0) and bilinear (order 1).
    /// </summary>
    ScikitImage,

    /// <summary>scikit-image with its default <c>anti_aliasing</c>: a Gaussian first on each axis that shrinks. Nearest and bilinear.</summary>
    ScikitImageSmoothed,
}
