using System.Buffers.Binary;
using System.Text;

namespace ModelGen.Cli;

/// <summary>What the head of a .npy file says (numpy.lib.format, versions 1.0, 2.0 and 3.0).</summary>
/// <param name="Type">The elements' type.</param>
/// <param name="BigEndian">Whether their bytes come in the other order.</param>
/// <param name="Fortran">Whether the first dim varies fastest.</param>
/// <param name="Shape">The dims.</param>
internal sealed record NpyHeader(NpyType Type, bool BigEndian, bool Fortran, long[] Shape)
{
    // NumPy itself writes 118 bytes for all but structured types, and by default reads at most 10,000.
    private const int Longest = 64 * 1024;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a file's head and leaves the stream at the first element.</summary>
    /// <exception cref="NpyException">It is not a .npy file, or one that ONNX has no tensors for.</exception>
    internal static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start[..6].SequenceEqual(Magic))
            throw new NpyException("is not a NumPy array. Save it with numpy.save('file.npy', a); an .npz is an archive of several: save one of them.");
        int version = start[6];
        if (version is < 1 or > 3)
            throw new NpyException($"is of version {version}.{start[7]} of NumPy's format, where 1.0 to 3.0 can be read.");

        Span<byte> counter = stackalloc byte[version == 1 ? 2 : 4];
        ReadAll(stream, counter);
        uint length = version == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(counter) : BinaryPrimitives.ReadUInt32LittleEndian(counter);
        if (length > Longest)
            throw new NpyException($"has a header of {Units.Count(length)} bytes, where at most {Units.Count(Longest)} are read.");
        byte[] text = new byte[length];
        ReadAll(stream, text);
        return Parse(version == 3 ? Encoding.UTF8.GetString(text) : Encoding.Latin1.GetString(text));
    }

    private static NpyHeader Parse(string text)
    {
        if (PythonLiteral.Parse(text) is not Dictionary<string, object?> header
            || !header.TryGetValue("descr", out object? descr)
            || !header.TryGetValue("fortran_order", out object? order) || order is not bool fortran
            || !header.TryGetValue("shape", out object? dims) || dims is not List<object?> items)
            throw new NpyException("has a header without descr, fortran_order and shape.");
        if (descr is not string name)
            throw new NpyException("has elements of several fields. Save one field: numpy.save('file.npy', a['field']).");
        if (!items.TrueForAll(item => item is long and >= 0))
            throw new NpyException("has a shape with something else than whole numbers from 0.");
        NpyType type = NpyType.Parse(name, out bool bigEndian);
        return new NpyHeader(type, bigEndian, fortran, [.. items.Cast<long>()]);
    }

    private static void ReadAll(Stream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new NpyException("ends within its header: it is cut short. Save or copy it again.");
    }
}
