namespace ModelGen;

/// <summary>Memory of disposed buffers, kept for the next one of the same element type and shape.</summary>
/// <remarks>The arrays are pooled, not the buffers: whoever still holds a disposed buffer gets an exception, not another's data.</remarks>
internal static class TensorPool<T, TShape>
    where TShape : struct, IShape
{
    // As many as can be in use at once by threads that compute; eight at most, since a tensor can have 100 MB and what lies here is never freed.
    private static readonly T[]?[] s_slots = new T[]?[Math.Min(Environment.ProcessorCount, 8)];

    public static T[]? TryTake()
    {
        foreach (ref T[]? slot in s_slots.AsSpan())
        {
            if (slot is not null && Interlocked.Exchange(ref slot, null) is { } array)
                return array;
        }

        return null;
    }

    public static void Give(T[] array)
    {
        foreach (ref T[]? slot in s_slots.AsSpan())
        {
            if (slot is null && Interlocked.CompareExchange(ref slot, array, null) is null)
                return;
        }
    }
}
