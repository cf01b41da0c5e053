namespace ModelGen.Onnx.Wire;

/// <summary>Reads forward over a seekable stream and seeks over what is skipped, beyond 2 GiB as well.</summary>
internal sealed class ByteReader(Stream stream, long length, CancellationToken cancellation)
{
    // After a seek only the head of the next tensor is wanted (about 100 bytes), in a run of nodes everything is:
    // refills start small and double.
    private const int FirstRefill = 512;
    private const int LastRefill = 32 * 1024;

    private readonly byte[] _buffer = new byte[LastRefill];
    private int _start;
    private int _end;
    private int _refill = FirstRefill;
    private long _streamPosition = stream.Position;

    /// <summary>The bytes that the file has.</summary>
    public long Length { get; } = length;

    /// <summary>The next byte's position.</summary>
    public long Position => _streamPosition - (_end - _start);

    /// <summary>Reads a varint of at most 10 bytes that ends before <paramref name="limit"/>.</summary>
    /// <exception cref="EndOfStreamException">The limit came first.</exception>
    /// <exception cref="InvalidDataException">The varint has more than 64 bits.</exception>
    public ulong ReadVarint(long limit)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (Position >= limit)
                throw new EndOfStreamException();
            if (_start == _end)
                Refill();
            byte next = _buffer[_start++];
            if (shift == 63 && next > 1)
                break;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException();
    }

    /// <summary>Reads exactly so many bytes into an array.</summary>
    /// <exception cref="IOException">The file became shorter.</exception>
    public void Read(byte[] target, int offset, int count)
    {
        while (count > 0)
        {
            if (_start == _end)
                Refill();
            int taken = Math.Min(count, _end - _start);
            Buffer.BlockCopy(_buffer, _start, target, offset, taken);
            (_start, offset, count) = (_start + taken, offset + taken, count - taken);
        }
    }

    /// <summary>Goes on after so many bytes; the caller has checked that the file has them.</summary>
    public void Skip(long count)
    {
        int buffered = _end - _start;
        if (count <= buffered)
        {
            _start += (int)count;
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        _streamPosition = stream.Seek(Position + count, SeekOrigin.Begin);
        (_start, _end, _refill) = (0, 0, FirstRefill);
    }

    private void Refill()
    {
        cancellation.ThrowIfCancellationRequested();
        _start = 0;
        _end = stream.Read(_buffer, 0, (int)Math.Min(_refill, Length - _streamPosition));
        if (_end <= 0)
        {
            _end = 0;
            throw new IOException("the file became shorter while it was read");
        }
        _streamPosition += _end;
        _refill = Math.Min(_refill * 2, LastRefill);
    }
}
