namespace ModelGen.Onnx;

/// <summary>Fills what inference left open from what the file declares, and finds where the two contradict each other.</summary>
internal static class Refine
{
    /// <summary>The inferred type, with the declared one where it says nothing. What was inferred stands.</summary>
    public static ValueType Fill(ValueType inferred, ValueType declared) => (inferred, declared) switch
    {
        (UnknownType, _) => declared,
        (TensorType a, TensorType b) when Agree(a.Element, b.Element) => new TensorType(a.Element == ElementType.Undefined ? b.Element : a.Element, Fill(a.Shape, b.Shape)),
        (SparseTensorType a, SparseTensorType b) when Agree(a.Element, b.Element) => a with { Shape = Fill(a.Shape, b.Shape) },
        (SequenceType a, SequenceType b) => new SequenceType(Fill(a.Element, b.Element)),
        (OptionalType a, OptionalType b) => new OptionalType(Fill(a.Element, b.Element)),
        (MapType a, MapType b) => new MapType(a.Key == ElementType.Undefined ? b.Key : a.Key, Fill(a.Value, b.Value)),
        _ => inferred,
    };

    /// <summary>Whether no value could have both types.</summary>
    public static bool Contradict(ValueType inferred, ValueType declared) => (inferred, declared) switch
    {
        (UnknownType, _) or (_, UnknownType) => false,
        (TensorType a, TensorType b) => !Agree(a.Element, b.Element) || Contradict(a.Shape, b.Shape),
        (SparseTensorType a, SparseTensorType b) => !Agree(a.Element, b.Element) || Contradict(a.Shape, b.Shape),
        (SequenceType a, SequenceType b) => Contradict(a.Element, b.Element),
        (OptionalType a, OptionalType b) => Contradict(a.Element, b.Element),
        (MapType a, MapType b) => !Agree(a.Key, b.Key) || Contradict(a.Value, b.Value),
        _ => true,
    };

    /// <summary>Whether no shape could be both.</summary>
    public static bool Contradict(TensorShape? inferred, TensorShape? declared) =>
        inferred is not null && declared is not null
        && (inferred.Rank != declared.Rank || inferred.Dims.Zip(declared.Dims, Contradict).Any(contradict => contradict));

    private static bool Contradict(Dim inferred, Dim declared) => inferred.Size is long a && declared.Size is long b && a != b;

    private static bool Agree(ElementType a, ElementType b) => a == b || a == ElementType.Undefined || b == ElementType.Undefined;

    private static TensorShape? Fill(TensorShape? inferred, TensorShape? declared)
    {
        if (inferred is null || declared is null || inferred.Rank != declared.Rank)
            return inferred ?? declared;
        // What was lost altogether is not filled dim by dim from a declaration that is wrong elsewhere: it is stale.
        if (Contradict(inferred, declared))
            return inferred;
        Dim[] dims = [.. inferred.Dims];
        for (int i = 0; i < dims.Length; i++)
        {
            // A dim that is known to be as large as a named one stays so: a number that is declared for it comes from one run of the exporter.
            if (dims[i] == Dim.Unknown)
                dims[i] = declared.Dims[i];
        }
        return new TensorShape(new(dims));
    }
}
