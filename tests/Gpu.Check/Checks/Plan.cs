using System.Collections.Immutable;

namespace ModelGen.GpuCheck;

/// <summary>All checks, in their order.</summary>
internal static class Plan
{
    /// <summary>The checks: first those that need no GPU.</summary>
    public static ImmutableArray<ICheck> Checks { get; } =
    [
        new CpuResults(),
        new CpuAllocations(),
        new AutoReason(),
        new StrictReason(),
        new EngineBuilt(),
        new EngineCached(),
        new CudaResults(),
        new TensorRTResults("results-tf32", Precision.Default),
        new TensorRTResults("results-fp16", Precision.Float16),
        new ExactResults(),
        new StaleKey(),
        new CorruptEngine("flipped-byte", ".engine", Damage.FlipByte),
        new CorruptEngine("truncated", ".engine", Damage.Truncate),
        new CorruptEngine("empty", ".engine", Damage.Empty),
        new CorruptEngine("context-model", ".onnx", Damage.FlipByte),
        new OtherWeights(),
        new Allocations(),
        new Transfers(),
        new CudaGraph(),
        new Contexts(),
        new OpenBatch(),
        new RaceOfTwo(),
        new StrictNodes(),
        new Fallback(),
        new Background(),
        new TimingOfBuilds(),
        new Cancellation(),
        new MemoryCycles(),
        new PluginProvider(),
    ];
}
