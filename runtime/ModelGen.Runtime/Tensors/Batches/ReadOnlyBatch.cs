using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>A read-only view over items of one fixed shape, as many as there are: a tensor whose leading dim is open.</summary>
/// <remarks>Items lie one behind the other. Nothing is copied and nothing is owned. The default value is a batch of no items.</remarks>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TItemShape">Shape of an item, without the leading dim.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public readonly ref struct ReadOnlyBatch<T, TItemShape>
    where TItemShape : struct, IShape
{
    private readonly ReadOnlySpan<T> _span;
    private readonly int _count;

    /// <summary>Divides data into items.</summary>
    /// <param name="data">The items' elements: a multiple of the item's length.</param>
    /// <exception cref="ShapeMismatchException">The last item is incomplete, or items have no elements to count.</exception>
    public ReadOnlyBatch(ReadOnlySpan<T> data)
    {
        if (TItemShape.Length == 0)
            TensorErrors.UncountableItems<T, TItemShape>();
        _count = data.Length / TItemShape.Length;
        if (_count * TItemShape.Length != data.Length)
            TensorErrors.WrongItems<T, TItemShape>(data.Length);
        _span = data;
    }

    /// <summary>Divides data into a known number of items.</summary>
    /// <param name="data">The items' elements: exactly <paramref name="count"/> times the item's length.</param>
    /// <param name="count">Number of items, 0 or more.</param>
    /// <exception cref="ShapeMismatchException">The data has another length.</exception>
    public ReadOnlyBatch(ReadOnlySpan<T> data, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if ((long)count * TItemShape.Length != data.Length)
            TensorErrors.WrongCount<T, TItemShape>(count, data.Length);
        _count = count;
        _span = data;
    }

    /// <summary>Number of items.</summary>
    public int Count => _count;

    /// <summary>Whether there are no items.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>All elements of all items.</summary>
    public ReadOnlySpan<T> Span => _span;

    /// <summary>One item; nothing is copied.</summary>
    /// <param name="index">Index of the item.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such item.</exception>
    public ReadOnlyTensor<T, TItemShape> this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_count)
                TensorErrors.ItemOutside(index, _count);

            // Items without elements go through the constructor, which knows what stands for their memory.
            return TItemShape.Length == 0
                ? new ReadOnlyTensor<T, TItemShape>([])
                : new ReadOnlyTensor<T, TItemShape>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_span), (nint)(uint)index * TItemShape.Length));
        }
    }

    /// <summary>Some items; nothing is copied. Makes ranges work: <c>batch[2..5]</c>.</summary>
    /// <param name="start">Index of the first item.</param>
    /// <param name="count">Number of items.</param>
    /// <returns>A batch over the same memory.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are not so many items.</exception>
    public ReadOnlyBatch<T, TItemShape> Slice(int start, int count)
    {
        if ((ulong)(uint)start + (uint)count > (uint)_count)
            TensorErrors.ItemsOutside(start, count, _count);
        return new(_span.Slice(start * TItemShape.Length, count * TItemShape.Length), count);
    }

    /// <summary>The items, one after the other.</summary>
    /// <returns>An enumerator over the items.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Element type, number of items and their shape.</summary>
    /// <returns>For example <c>8 × float 3×224×224</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{_count} × {ElementText.Of<T, TItemShape>()}");

    /// <summary>Walks over the items of a batch.</summary>
    public ref struct Enumerator
    {
        private readonly ReadOnlyBatch<T, TItemShape> _batch;
        private int _index;

        internal Enumerator(ReadOnlyBatch<T, TItemShape> batch)
        {
            _batch = batch;
            _index = -1;
        }

        /// <summary>The item.</summary>
        public readonly ReadOnlyTensor<T, TItemShape> Current => _batch[_index];

        /// <summary>Goes on to the next item.</summary>
        /// <returns>False when there is none.</returns>
        public bool MoveNext() => ++_index < _batch._count;
    }
}
