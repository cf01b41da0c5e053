using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>Indices of 32 bits as labels of 8 or 16; they fit, or the caller has checked that they do.</summary>
internal static class Narrowing
{
    internal static void Write<TLabel>(ReadOnlySpan<int> indices, Span<TLabel> labels)
        where TLabel : unmanaged
    {
        if (typeof(TLabel) == typeof(byte))
            Bytes(indices, MemoryMarshal.AsBytes(labels));
        else
            Words(indices, MemoryMarshal.Cast<TLabel, ushort>(labels));
    }

    private static void Bytes(ReadOnlySpan<int> indices, Span<byte> labels)
    {
        ref readonly int source = ref MemoryMarshal.GetReference(indices);
        ref byte destination = ref MemoryMarshal.GetReference(labels);
        int i = 0;
        for (; i <= indices.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            Vector128<short> lower = Vector128.Narrow(Vector128.LoadUnsafe(in source, (nuint)i), Vector128.LoadUnsafe(in source, (nuint)i + 4));
            Vector128<short> upper = Vector128.Narrow(Vector128.LoadUnsafe(in source, (nuint)i + 8), Vector128.LoadUnsafe(in source, (nuint)i + 12));
            Vector128.Narrow(lower, upper).AsByte().StoreUnsafe(ref destination, (nuint)i);
        }
        for (; i < indices.Length; i++)
            labels[i] = (byte)indices[i];
    }

    private static void Words(ReadOnlySpan<int> indices, Span<ushort> labels)
    {
        ref readonly int source = ref MemoryMarshal.GetReference(indices);
        ref ushort destination = ref MemoryMarshal.GetReference(labels);
        int i = 0;
        for (; i <= indices.Length - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
        {
            Vector128.Narrow(Vector128.LoadUnsafe(in source, (nuint)i), Vector128.LoadUnsafe(in source, (nuint)i + 4))
                .AsUInt16().StoreUnsafe(ref destination, (nuint)i);
        }
        for (; i < indices.Length; i++)
            labels[i] = (ushort)indices[i];
    }
}
