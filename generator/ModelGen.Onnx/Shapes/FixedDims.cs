namespace ModelGen.Onnx;

/// <summary>The sizes of named dims. Names are global to a model, so one size holds everywhere.</summary>
internal sealed class FixedDims
{
    private readonly Dictionary<string, (long Size, string Reason)> _sizes = [];

    /// <summary>Fixes a name; false when it has another size already, with the reason for that one.</summary>
    public bool TryFix(string name, long size, string reason, out string earlier)
    {
        earlier = reason;
        if (!_sizes.TryGetValue(name, out (long Size, string Reason) known))
        {
            _sizes.Add(name, (size, reason));
            return true;
        }
        earlier = known.Reason;
        return known.Size == size;
    }

    /// <summary>All names with their sizes, by name.</summary>
    public EquatableArray<FixedDim> ToArray() =>
        new(_sizes.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => new FixedDim(entry.Key, entry.Value.Size)));

    /// <summary>The dim, known if its name is fixed.</summary>
    public Dim Apply(Dim dim) =>
        dim.Symbol is { } name && _sizes.TryGetValue(name, out (long Size, string) known) ? Dim.Known(known.Size) : dim;

    /// <summary>The shape with every fixed name put in; null for an unknown rank.</summary>
    public TensorShape? Apply(TensorShape? shape) => shape is null ? null : new TensorShape(new(shape.Dims.Select(Apply)));

    /// <summary>The type with every fixed name put in, however deep.</summary>
    public ValueType Apply(ValueType type) => type switch
    {
        TensorType tensor => tensor with { Shape = Apply(tensor.Shape) },
        SparseTensorType sparse => sparse with { Shape = Apply(sparse.Shape) },
        SequenceType sequence => new SequenceType(Apply(sequence.Element)),
        OptionalType optional => new OptionalType(Apply(optional.Element)),
        MapType map => map with { Value = Apply(map.Value) },
        _ => type,
    };
}
