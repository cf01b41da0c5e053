using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>A batch that owns its memory: managed, aligned to 64 bytes, and it never moves.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TItemShape">Shape of an item, without the leading dim.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class BatchBuffer<T, TItemShape>
    where TItemShape : struct, IShape
{
    private readonly T[] _array;
    private readonly int _start;

    /// <summary>Items of zeros (of nulls, for strings).</summary>
    /// <param name="count">Number of items, 0 or more.</param>
    /// <exception cref="ModelGenException">There are more elements than a span can hold.</exception>
    public BatchBuffer(int count)
        : this(count, zeroed: true)
    {
    }

    /// <summary>A copy of items.</summary>
    /// <param name="items">The items.</param>
    public BatchBuffer(ReadOnlyBatch<T, TItemShape> items)
        : this(items.Count, zeroed: false) => items.Span.CopyTo(Span);

    /// <summary>A copy of data, divided into items.</summary>
    /// <param name="data">The items' elements: a multiple of the item's length.</param>
    /// <exception cref="ShapeMismatchException">The last item is incomplete, or items have no elements to count.</exception>
    public BatchBuffer(ReadOnlySpan<T> data)
        : this(new ReadOnlyBatch<T, TItemShape>(data))
    {
    }

    private BatchBuffer(int count, bool zeroed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((long)count * TItemShape.Length > int.MaxValue)
            TensorErrors.TooManyItems<T, TItemShape>(count);
        Count = count;
        _array = AlignedArray.Allocate<T>(count * TItemShape.Length, zeroed);
        _start = AlignedArray.Start(_array);
    }

    /// <summary>Number of items.</summary>
    public int Count { get; }

    /// <summary>The batch over this buffer's memory.</summary>
    public Batch<T, TItemShape> Batch => new(Span, Count);

    /// <summary>All elements of all items.</summary>
    public Span<T> Span => _array.AsSpan(_start, Count * TItemShape.Length);

    /// <summary>All elements of all items, for asynchronous code.</summary>
    public Memory<T> Memory => _array.AsMemory(_start, Count * TItemShape.Length);

    // Valid as long as somebody holds the buffer: its array never moves.
    internal unsafe nint Address => (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Span));

    /// <summary>One item; nothing is copied.</summary>
    /// <param name="index">Index of the item.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public Tensor<T, TItemShape> this[int index] => Batch[index];

    /// <summary>The batch over a buffer's memory.</summary>
    /// <param name="buffer">The buffer.</param>
    public static implicit operator Batch<T, TItemShape>(BatchBuffer<T, TItemShape> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return buffer.Batch;
    }

    /// <summary>The batch over a buffer's memory, to be read.</summary>
    /// <param name="buffer">The buffer.</param>
    public static implicit operator ReadOnlyBatch<T, TItemShape>(BatchBuffer<T, TItemShape> buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        return buffer.Batch;
    }

    /// <summary>The items, one after the other.</summary>
    /// <returns>An enumerator over the items.</returns>
    public Batch<T, TItemShape>.Enumerator GetEnumerator() => Batch.GetEnumerator();

    /// <summary>Element type, number of items and their shape.</summary>
    /// <returns>For example <c>8 × float 3×224×224</c>.</returns>
    public override string ToString() => Batch.ToString();
}
