using System.Buffers;

namespace ModelGen;

/// <summary>A whole file in a pooled array. Its first bytes are judged before the rest is read.</summary>
internal sealed class PooledBytes : IDisposable
{
    private const int FirstRead = 64 * 1024;
    private byte[]? _array;
    private int _length;

    private PooledBytes(int capacity) => _array = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Span => _array.AsSpan(0, _length);

    public static PooledBytes Read(string path, ImageLoadOptions options)
    {
        // FileShare.ReadWrite: a picture that another process still holds open for writing can be read, and fails as incomplete if it is.
        // bufferSize 0: everything goes straight into the pooled array.
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        return Read(stream, Path.GetFileName(path), options);
    }

    public static PooledBytes Read(Stream stream, string name, ImageLoadOptions options)
    {
        long limit = Math.Min(options.MaxBytes, Array.MaxLength - 1); // room for the byte that shows "too long"
        long expected = stream.CanSeek ? stream.Length - stream.Position : 0;
        if (expected > limit)
            throw DecodeProblem.TooLong(name, limit, FormattableString.Invariant($"{expected:N0}"));

        var bytes = new PooledBytes(FirstRead);
        try
        {
            bytes.Fill(stream, FirstRead);
            ImageSignature.Require(bytes.Span, name);
            // One byte more than expected shows the end without another growth.
            bytes.Grow((int)Math.Min(expected + 1, limit + 1));
            while (bytes.Fill(stream, bytes._array!.Length))
            {
                if (bytes._length > limit)
                    throw DecodeProblem.TooLong(name, limit, "more");
                bytes.Grow((int)Math.Min(bytes._length * 2L, Array.MaxLength));
            }
            return bytes._length <= limit ? bytes : throw DecodeProblem.TooLong(name, limit, "more");
        }
        catch
        {
            bytes.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
            ArrayPool<byte>.Shared.Return(array);
    }

    /// <summary>Reads until <paramref name="end"/> bytes are there; false when the stream ends before.</summary>
    private bool Fill(Stream stream, int end)
    {
        _length += stream.ReadAtLeast(_array.AsSpan(_length, end - _length), end - _length, throwOnEndOfStream: false);
        return _length == end;
    }

    private void Grow(int capacity)
    {
        byte[] old = _array!;
        if (capacity <= old.Length)
            return;
        byte[] grown = ArrayPool<byte>.Shared.Rent(capacity);
        old.AsSpan(0, _length).CopyTo(grown);
        _array = grown;
        ArrayPool<byte>.Shared.Return(old);
    }
}
