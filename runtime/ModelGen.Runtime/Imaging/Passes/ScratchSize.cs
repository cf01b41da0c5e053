namespace ModelGen;

/// <summary>Sizes of row buffers.</summary>
internal static class ScratchSize
{
    /// <summary>Bytes of a whole vector; buffers begin and end with one.</summary>
    internal const int Vector = 32;

    /// <summary>Rounds up to whole vectors.</summary>
    internal static int Align(long bytes) => checked((int)((bytes + Vector - 1) / Vector * Vector));

    /// <summary>A sum of buffers as the length of an array.</summary>
    /// <exception cref="ArgumentException">More than an array holds; only pictures of extreme proportions come near.</exception>
    internal static int Checked(long length, string paramName = "image") => length <= Array.MaxLength
        ? (int)length
        : throw new ArgumentException($"Scaling this picture needs {length} bytes of row buffers; scale it down in steps.", paramName);
}
