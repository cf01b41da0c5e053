using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>A tensor that owns its memory: it can be kept in a field, awaited over and handed to native code.</summary>
/// <remarks>
/// Numbers lie in managed memory that is aligned to 64 bytes and never moves. Disposing is optional: it gives the memory to the next
/// <see cref="Rent"/> of the same type. After it this buffer throws; tensors and spans taken from it before must not be used any more, for
/// they may come to show another's data.
/// </remarks>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TShape">Shape, for example <c>Shape&lt;N1, N3, N224, N224&gt;</c>.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
[CollectionBuilder(typeof(TensorBuffer), nameof(TensorBuffer.Create))]
public sealed partial class TensorBuffer<T, TShape> : IDisposable
    where TShape : struct, IShape
{
    private readonly int _start;
    private T[]? _array;

    /// <summary>A tensor of zeros (of nulls, for strings).</summary>
    public TensorBuffer()
        : this(AlignedArray.Allocate<T>(TShape.Length, zeroed: true))
    {
    }

    /// <summary>A copy of data.</summary>
    /// <param name="data">Exactly as many elements as the shape has, in row-major order.</param>
    /// <exception cref="ShapeMismatchException">The data has another length.</exception>
    public TensorBuffer(ReadOnlySpan<T> data)
        : this(AlignedArray.Allocate<T>(TShape.Length, zeroed: false)) =>
        new ReadOnlyTensor<T, TShape>(data).CopyTo(Tensor);

    private TensorBuffer(T[] array)
    {
        _array = array;
        _start = AlignedArray.Start(array);
    }

    /// <summary>A buffer over memory of an earlier one that was disposed, if there is any.</summary>
    /// <returns>A buffer of unspecified content: write all of it.</returns>
    public static TensorBuffer<T, TShape> Rent() =>
        new(TensorPool<T, TShape>.TryTake() ?? AlignedArray.Allocate<T>(TShape.Length, zeroed: false));

    /// <summary>Number of elements.</summary>
    public int Length => TShape.Length;

    /// <summary>Number of axes.</summary>
    public int Rank => TShape.Rank;

    /// <summary>The dims, outermost first.</summary>
    public ReadOnlySpan<int> Dims => TShape.Dims;

    /// <summary>The tensor over this buffer's memory.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public Tensor<T, TShape> Tensor => new(ref First);

    /// <summary>All elements in row-major order.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public Span<T> Span => MemoryMarshal.CreateSpan(ref First, TShape.Length);

    /// <summary>All elements in row-major order, for asynchronous code.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was disposed.</exception>
    public Memory<T> Memory => new(Array, _start, TShape.Length);

    // Valid as long as somebody holds the buffer: its array never moves.
    internal unsafe nint Address => (nint)Unsafe.AsPointer(ref First);

    private ref T First
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Array), _start);
    }

    private T[] Array
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            T[]? array = _array;
            ObjectDisposedException.ThrowIf(array is null, this);
            return array;
        }
    }

    /// <summary>The tensor over a buffer's memory.</summary>
    /// <param name="buffer">The buffer.</param>
    public static implicit operator Tensor<T, TShape>(TensorBuffer<T, TShape> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return buffer.Tensor;
    }

    /// <summary>The tensor over a buffer's memory, to be read.</summary>
    /// <param name="buffer">The buffer.</param>
    public static implicit operator ReadOnlyTensor<T, TShape>(TensorBuffer<T, TShape> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return buffer.Tensor;
    }

    /// <summary>All elements in row-major order.</summary>
    /// <returns>An enumerator over the elements.</returns>
    public Span<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    /// <summary>Gives the memory to the next <see cref="Rent"/>. A second call does nothing.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is not { } array)
            return;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            System.Array.Clear(array);
        TensorPool<T, TShape>.Give(array);
    }

    /// <summary>Element type and shape.</summary>
    /// <returns>For example <c>float 1×3×224×224</c>.</returns>
    public override string ToString() => ElementText.Of<T, TShape>() + (_array is null ? " (disposed)" : "");
}
