namespace ModelGen.Onnx;

/// <summary>The elements of a small tensor, as far as they are known at compile time. Only tensors whose dims are all known have one.</summary>
/// <remarks>Equality contract: equal element types, dims and elements.</remarks>
internal sealed class PartialTensor : IEquatable<PartialTensor>
{
    /// <summary>
    /// The most elements that are followed: old exports of <c>torch.arange</c> are a ConstantOfShape and a NonZero, so sequences of several
    /// thousand positions occur; anything larger is data.
    /// </summary>
    public const int MostElements = 16 * 1024;

    private readonly Scalar[] _items;

    /// <summary>Takes the items over; there are as many as the dims say.</summary>
    public PartialTensor(ElementType element, long[] dims, Scalar[] items) => (Element, Dims, _items) = (element, dims, items);

    /// <summary>The element type.</summary>
    public ElementType Element { get; }

    /// <summary>The dims; empty for a scalar.</summary>
    public long[] Dims { get; }

    /// <summary>The number of dims.</summary>
    public int Rank => Dims.Length;

    /// <summary>The number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The element at a flat row-major index.</summary>
    public Scalar this[int index] => _items[index];

    /// <summary>All elements, row-major. Not to be written to.</summary>
    public Scalar[] Items => _items;

    /// <summary>Whether every element is a number.</summary>
    public bool IsKnown => Array.TrueForAll(_items, item => item.IsKnown);

    /// <summary>Every element as an integer; null unless all are integers.</summary>
    public long[]? Integers()
    {
        long[] values = new long[_items.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (_items[i].Integer is not long value)
                return null;
            values[i] = value;
        }
        return values;
    }

    /// <summary>Every element as a number; null unless all are known.</summary>
    public double[]? Numbers()
    {
        double[] values = new double[_items.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (_items[i].Number is not double value)
                return null;
            values[i] = value;
        }
        return values;
    }

    /// <summary>The same elements under other dims of the same product.</summary>
    public PartialTensor Reshaped(long[] dims) => new(Element, dims, _items);

    /// <inheritdoc/>
    public bool Equals(PartialTensor? other) => other is not null && Element == other.Element
        && Dims.AsSpan().SequenceEqual(other.Dims) && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PartialTensor);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = (int)Element;
        foreach (Scalar item in _items)
            hash = unchecked(hash * 31 + item.GetHashCode());
        return hash;
    }
}
