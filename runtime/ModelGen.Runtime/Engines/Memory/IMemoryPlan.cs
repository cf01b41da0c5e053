using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Where a session's tensors lie, and how they get to the provider and back.</summary>
internal interface IMemoryPlan : IDisposable
{
    /// <summary>A place for a tensor whose size is known before the run.</summary>
    /// <param name="info">The input or output.</param>
    /// <param name="openDim">The index of its open first dim among the engine's; -1 when every dim is fixed.</param>
    Slot CreateSlot(TensorInfo info, int openDim);

    /// <summary>What moves the tensors of one call; null where the provider reads the caller's memory.</summary>
    /// <param name="binding">The call's binding.</param>
    /// <param name="options">The call's options, which may be added to.</param>
    /// <param name="slots">The call's inputs, then its outputs.</param>
    ITransfer? CreateTransfer(OrtIoBinding binding, RunOptions options, IReadOnlyList<Slot> slots);
}
