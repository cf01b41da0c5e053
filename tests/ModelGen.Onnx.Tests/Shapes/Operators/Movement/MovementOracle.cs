namespace ModelGen.Onnx.Tests.Operators;

/// <summary>Moves elements the slow way: for each position of the result, a function says which position of the source it shows.</summary>
internal static class MovementOracle
{
    /// <summary>A tensor whose elements are their own indices, so that each can be told from the others.</summary>
    public static PartialTensor Counted(params long[] dims) =>
        new(ElementType.Int64, dims, [.. Enumerable.Range(0, (int)dims.Aggregate(1L, (product, dim) => product * dim)).Select(i => Scalar.Int(i))]);

    /// <summary>The result; a position of null shows the fill.</summary>
    public static PartialTensor Move(PartialTensor source, long[] dims, Func<long[], long[]?> from, Scalar fill = default)
    {
        var items = new List<Scalar>();
        foreach (long[] position in Positions(dims))
            items.Add(from(position) is { } found ? source[Flat(source.Dims, found)] : fill);
        return new PartialTensor(source.Element, dims, [.. items]);
    }

    /// <summary>All positions in a tensor, row-major.</summary>
    public static IEnumerable<long[]> Positions(long[] dims)
    {
        IEnumerable<long[]> positions = [[]];
        foreach (long dim in dims)
            positions = positions.SelectMany(position => Enumerable.Range(0, (int)dim).Select(i => (long[])[.. position, i]));
        return positions;
    }

    /// <summary>The row-major index of a position.</summary>
    public static int Flat(long[] dims, long[] position) => (int)position.Zip(dims).Aggregate(0L, (flat, axis) => flat * axis.Second + axis.First);
}
