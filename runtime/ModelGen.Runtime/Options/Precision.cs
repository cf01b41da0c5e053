namespace ModelGen;

/// <summary>The numbers that a provider may compute in, where it has a choice.</summary>
public enum Precision
{
    /// <summary>Those of the model. Providers for GPUs may still use TF32 for float32: see <see cref="CudaOptions.AllowTF32"/>.</summary>
    Default,
    /// <summary>32-bit floats.</summary>
    Float32,
    /// <summary>16-bit floats (IEEE 754 binary16) where the provider finds them faster.</summary>
    Float16,
    /// <summary>16-bit floats of 8 bits' precision and the range of float32 (bfloat16) where the provider finds them faster.</summary>
    BFloat16,
    /// <summary>8-bit integers where the provider finds them faster. Needs the ranges of values: a quantised model, or a calibration table.</summary>
    Int8,
}
