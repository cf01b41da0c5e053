using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The place of one input or output in a call: the memory that the caller sees and ONNX Runtime's handle on it.</summary>
/// <param name="info">The input or output.</param>
/// <param name="openDim">The index of its open first dim among the engine's; -1 when every dim is fixed.</param>
internal abstract class Slot(TensorInfo info, int openDim) : IDisposable
{
    public TensorInfo Info { get; } = info;

    /// <summary>Whether <see cref="BeforeRun"/> or <see cref="AfterRun"/> do anything, which costs allocations.</summary>
    public abstract bool NeedsWork { get; }

    public static Slot ForInput(TensorInfo info, ImmutableArray<string> openDims)
    {
        int openDim = info.OpenDim is { } name ? openDims.IndexOf(name) : -1;
        return info.Type == ElementType.String ? new StringSlot(info, openDim) : new PinnedSlot(info, openDim);
    }

    public static Slot ForOutput(TensorInfo info, ImmutableArray<string> openDims)
    {
        int openDim = info.OpenDim is { } name ? openDims.IndexOf(name) : -1;
        bool sizeIsKnownBefore = info.OpenDim is null || openDim >= 0;
        return info.Type == ElementType.String ? new StringSlot(info, openDim)
            : sizeIsKnownBefore ? new PinnedSlot(info, openDim)
            : new LateSlot(info);
    }

    /// <summary>The caller's view; its type must be the one of <see cref="Info"/>.</summary>
    public abstract Span<T> Span<T>();

    /// <summary>Makes room for these sizes of the engine's open dims.</summary>
    public void Resize(ReadOnlySpan<int> openDims) => Allocate(openDim < 0 ? 1 : openDims[openDim]);

    /// <summary>Makes room for so many items along the open first dim, or for the whole tensor where there is none.</summary>
    protected abstract void Allocate(int count);

    public abstract void BindInput(OrtIoBinding binding);

    public abstract void BindOutput(OrtIoBinding binding);

    public virtual void BeforeRun() { }

    public virtual void AfterRun(OrtValue value) { }

    public abstract void Dispose();

    /// <summary>A view of other elements over the same memory, without a copy.</summary>
    protected static Span<T> Reinterpret<T>(Span<byte> bytes, int length) =>
        MemoryMarshal.CreateSpan(ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetReference(bytes)), length);
}
