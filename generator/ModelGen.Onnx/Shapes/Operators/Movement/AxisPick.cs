namespace ModelGen.Onnx.Operators;

/// <summary>One axis of a result that shows elements of a source: how long it is, and where along the source its positions lie.</summary>
/// <param name="Size">The result's size along the axis.</param>
/// <param name="Axis">The source's axis that it walks along; <see cref="NoAxis"/> for one that repeats what is there.</param>
/// <param name="From">From a position to the one along the source's axis, to <see cref="Fill"/> or to <see cref="Open"/>; null where both are the same.</param>
internal readonly record struct AxisPick(Dim Size, int Axis, Func<long, long>? From = null)
{
    /// <summary>No axis of the source: all positions show the same.</summary>
    public const int NoAxis = -1;

    /// <summary>A position that shows no element of the source, but the one to fill up with.</summary>
    public const long Fill = -1;

    /// <summary>A position that shows an element of the source, and it is not known which.</summary>
    public const long Open = -2;

    /// <summary>An axis as it is in the source.</summary>
    public static AxisPick Same(TensorShape source, int axis) => new(source.Dims[axis], axis);

    /// <summary>All axes as they are in the source.</summary>
    public static AxisPick[] All(TensorShape source) => [.. Enumerable.Range(0, source.Rank).Select(axis => Same(source, axis))];
}
