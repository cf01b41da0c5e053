using System.Collections.Immutable;

namespace ModelGen;

/// <summary>TensorRT's settings. The names in brackets are those of ONNX Runtime's provider options.</summary>
public sealed record TensorRTOptions
{
    /// <summary>GPU memory that one layer may use as scratch while the engine is built and run, in bytes; 0 for all there is (trt_max_workspace_size).</summary>
    public long MaxWorkspaceBytes { get; init; }

    /// <summary>How long the builder searches for fast kernels: 0, a moment, to 5, very long; TensorRT's own choice is 3 (trt_builder_optimization_level).</summary>
    public int BuilderLevel { get; init; } = 3;

    /// <summary>Whether measurements of kernels are kept beside the engines, so that alike networks build faster (trt_timing_cache_enable). True unless set.</summary>
    public bool TimingCache { get; init; } = true;

    /// <summary>Whether the engine runs on every NVIDIA GPU from Ampere on, at some cost in speed (trt_engine_hw_compatible).</summary>
    public bool HardwareCompatible { get; init; }

    /// <summary>The deep learning accelerator to use, on boards that have some (trt_dla_enable, trt_dla_core); null for none.</summary>
    public int? DlaCore { get; init; }

    /// <summary>Sizes of open dims that one engine serves, by the dim's name; without one, TensorRT builds again for each new size.</summary>
    public ImmutableSortedDictionary<string, DimRange> Profiles { get; init; } = ImmutableSortedDictionary<string, DimRange>.Empty;

    /// <summary>Execution contexts, so that as many calls compute at once; each takes GPU memory of its own. 1 unless set.</summary>
    public int Contexts { get; init; } = 1;

    /// <summary>A file of the ranges of values that 8-bit integers need, in TensorRT's own format (trt_int8_calibration_table_name); null for a quantised model.</summary>
    public string? CalibrationTable { get; init; }
}
