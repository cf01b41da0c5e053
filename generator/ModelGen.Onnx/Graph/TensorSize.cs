namespace ModelGen.Onnx;

/// <summary>Element and byte counts in checked 64-bit arithmetic.</summary>
internal static class TensorSize
{
    /// <summary>The product of dims, 1 for a scalar; null when a dim is negative or the product takes more than 63 bits.</summary>
    public static long? Elements(IEnumerable<long> dims)
    {
        long product = 1;
        bool zero = false;
        foreach (long dim in dims)
        {
            if (dim < 0)
                return null;
            zero |= dim == 0;
            if (!zero && product > long.MaxValue / dim)
                return null;
            product *= zero ? 0 : dim;
        }
        return product;
    }

    /// <summary>The bytes that so many elements of so many bits take, packed; null when they take more than 63 bits to count.</summary>
    public static long? Bytes(long elements, int bits)
    {
        long whole = elements / 8;
        return whole > (long.MaxValue - 128) / bits ? null : whole * bits + (elements % 8 * bits + 7) / 8;
    }
}
