using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The provider reads and writes the caller's memory: nothing moves.</summary>
internal sealed class HostMemoryPlan : IMemoryPlan
{
    /// <summary>The one there is.</summary>
    public static HostMemoryPlan Instance { get; } = new();

    public Slot CreateSlot(TensorInfo info, int openDim) => new PinnedSlot(info, openDim);

    public ITransfer? CreateTransfer(OrtIoBinding binding, RunOptions options, IReadOnlyList<Slot> slots) => null;

    public void Dispose() { }
}
