using System.Collections;

namespace ModelGen.Onnx;

/// <summary>An immutable array that compares by its elements, so that records which hold one stay equatable.</summary>
/// <remarks>Equality contract: same length and equal elements in the same order. <c>default</c> equals empty.</remarks>
public readonly struct EquatableArray<T> : IEquatable<EquatableArray<T>>, IReadOnlyList<T>
    where T : IEquatable<T>
{
    private readonly T[]? _items;

    /// <summary>Takes the array over; the caller must not change it afterwards.</summary>
    public EquatableArray(T[] items) => _items = items;

    /// <summary>Copies a sequence.</summary>
    public EquatableArray(IEnumerable<T> items) => _items = items.ToArray();

    /// <summary>The number of elements.</summary>
    public int Count => _items?.Length ?? 0;

    /// <summary>The element at an index from 0.</summary>
    public T this[int index] => (_items ?? [])[index];

    /// <inheritdoc/>
    public bool Equals(EquatableArray<T> other) => ((ReadOnlySpan<T>)_items).SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EquatableArray<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 17;
        foreach (T item in _items ?? [])
            hash = unchecked(hash * 31 + (item?.GetHashCode() ?? 0));
        return hash;
    }

    /// <summary>Enumerates the elements; <c>foreach</c> allocates nothing.</summary>
    public Enumerator GetEnumerator() => new(_items ?? []);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_items ?? []).GetEnumerator();

    /// <summary>Compares by elements.</summary>
    public static bool operator ==(EquatableArray<T> left, EquatableArray<T> right) => left.Equals(right);

    /// <summary>Compares by elements.</summary>
    public static bool operator !=(EquatableArray<T> left, EquatableArray<T> right) => !left.Equals(right);

    /// <summary>Goes over the elements of an array.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _index;

        internal Enumerator(T[] items) => (_items, _index) = (items, -1);

        /// <summary>The element.</summary>
        public readonly T Current => _items[_index];

        /// <summary>Goes to the next element; false when there is none.</summary>
        public bool MoveNext() => ++_index < _items.Length;
    }
}
