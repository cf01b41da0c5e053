using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The place of one input or output in a call: the memory that the caller sees and ONNX Runtime's handle on it.</summary>
/// <param name="info">The input or output.</param>
/// <param name="openDim">The index of its open first dim among the engine's; -1 when every dim is fixed.</param>
internal abstract class Slot(TensorInfo info, int openDim) : IDisposable
{
    // Array.MaxLength, less the room to align in.
    private static readonly long s_mostBytes = Array.MaxLength - 64;

    public TensorInfo Info { get; } = info;

    /// <summary>Whether <see cref="BeforeRun"/> or <see cref="AfterRun"/> do anything, which costs allocations.</summary>
    public abstract bool NeedsWork { get; }

    public static Slot ForInput(TensorInfo info, ImmutableArray<string> openDims, IMemoryPlan memory)
    {
        int openDim = info.OpenDim is { } name ? openDims.IndexOf(name) : -1;
        return info.Type == ElementType.String ? new StringSlot(info, openDim, isOutput: false) : memory.CreateSlot(info, openDim);
    }

    public static Slot ForOutput(TensorInfo info, ModelInfo model, ImmutableArray<string> openDims, IMemoryPlan memory)
    {
        int openDim = info.OpenDim is { } name ? openDims.IndexOf(name) : -1;
        bool sizeIsKnownBefore = info.OpenDim is null || openDim >= 0;
        // ONNX Runtime hands out the input's own value where an output is an input, and leaves bound memory as it was.
        bool isInput = model.Inputs.Any(input => input.Name == info.Name);
        return info.Type == ElementType.String ? new StringSlot(info, openDim, isOutput: true)
            : sizeIsKnownBefore && !isInput ? memory.CreateSlot(info, openDim)
            : new LateSlot(info, openDim);
    }

    /// <summary>Items along the open first dim; 1 where every dim is fixed. The length alone does not tell when items have no elements.</summary>
    public int Count { get; protected set; }

    /// <summary>The caller's view; its type must be the one of <see cref="Info"/>.</summary>
    /// <remarks>Not virtual: a virtual generic method would be looked up at each call.</remarks>
    public Span<T> Span<T>() => MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref Start), Length);

    /// <summary>Where the first element lies; strings are references there.</summary>
    protected abstract ref byte Start { get; }

    /// <summary>How many elements there are.</summary>
    protected int Length { get; set; }

    /// <summary>Makes room for these sizes of the engine's open dims.</summary>
    /// <exception cref="ModelGenException">The tensor would be larger than a span can be.</exception>
    public void Resize(ReadOnlySpan<int> openDims)
    {
        int count = openDim < 0 ? 1 : openDims[openDim];
        // Pinned memory is an array of bytes, whatever the element type.
        if ((long)Info.ItemLength * count > s_mostBytes / Math.Max(1, ElementTypes.SizeOf(Info.Type)))
            throw TooLarge(count);
        Count = count;
        Allocate(count);
    }

    private ModelGenException TooLarge(int count) => new(
        "The tensor is larger than .NET's arrays can be",
        expected: FormattableString.Invariant($"at most {s_mostBytes:N0} bytes"),
        actual: FormattableString.Invariant($"{count:N0} × {(long)Info.ItemLength * Math.Max(1, ElementTypes.SizeOf(Info.Type)):N0} bytes"),
        where: $"'{Info}'",
        remedy: "Run the model on smaller batches.");

    /// <summary>Makes room for so many items along the open first dim, or for the whole tensor where there is none.</summary>
    protected abstract void Allocate(int count);

    public abstract void BindInput(OrtIoBinding binding);

    public abstract void BindOutput(OrtIoBinding binding);

    public virtual void BeforeRun(OrtIoBinding binding) { }

    public virtual void AfterRun(OrtValue value) { }

    public abstract void Dispose();
}
