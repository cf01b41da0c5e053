namespace ModelGen;

/// <summary>Dims as native integers, which System.Numerics.Tensors asks for; one array a shape.</summary>
internal static class NativeDims
{
    public static ReadOnlySpan<nint> Of<TShape>()
        where TShape : struct, IShape => Cache<TShape>.Dims;

    private static class Cache<TShape>
        where TShape : struct, IShape
    {
        public static readonly nint[] Dims = TShape.Rank == 0 ? [1] : Array.ConvertAll(TShape.Dims.ToArray(), dim => (nint)dim);
    }
}
