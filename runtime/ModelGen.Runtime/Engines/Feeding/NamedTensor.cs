using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ModelGen.Engines;

/// <summary>Values for one input of a model that is profiled or compared.</summary>
public sealed class NamedTensor
{
    private NamedTensor(string name, ElementType type, ImmutableArray<long> dims, byte[] data, ImmutableArray<string> strings) =>
        (Name, Type, Dims, Data, Strings) = (name, type, dims, data, strings);

    /// <summary>The input's name in the ONNX file.</summary>
    public string Name { get; }

    /// <summary>The element type.</summary>
    public ElementType Type { get; }

    /// <summary>The dims, outermost first; empty for a scalar.</summary>
    public ImmutableArray<long> Dims { get; }

    /// <summary>The elements, first row first, in the machine's byte order; empty for text.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The elements of a tensor of text; empty for numbers.</summary>
    public ImmutableArray<string> Strings { get; }

    /// <summary>A tensor of numbers; the values are copied.</summary>
    /// <typeparam name="T">The .NET type of an <see cref="ElementType"/>.</typeparam>
    /// <exception cref="ArgumentException">The dims ask for another number of values, or there is no element type for <typeparamref name="T"/>.</exception>
    public static NamedTensor Create<T>(string name, ReadOnlySpan<T> values, params ReadOnlySpan<long> dims) where T : unmanaged =>
        FromBytes(name, ElementTypes.Of<T>(), MemoryMarshal.AsBytes(values), dims);

    /// <summary>A tensor of numbers from their bytes in memory, which are copied.</summary>
    /// <exception cref="ArgumentException">The dims ask for another number of bytes.</exception>
    public static NamedTensor FromBytes(string name, ElementType type, ReadOnlySpan<byte> data, params ReadOnlySpan<long> dims)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (type == ElementType.String)
            throw new ArgumentException("Text has no bytes of its own: make the tensor with FromStrings.", nameof(type));
        Check(name, dims, data.Length, ElementTypes.SizeOf(type));
        return new NamedTensor(name, type, [.. dims], data.ToArray(), []);
    }

    /// <summary>A tensor of text.</summary>
    /// <exception cref="ArgumentException">The dims ask for another number of strings.</exception>
    public static NamedTensor FromStrings(string name, ReadOnlySpan<string> values, params ReadOnlySpan<long> dims)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Check(name, dims, values.Length, 1);
        return new NamedTensor(name, ElementType.String, [.. dims], [], [.. values]);
    }

    private static void Check(string name, ReadOnlySpan<long> dims, long length, int size)
    {
        Int128 wanted = size;
        foreach (long dim in dims)
            wanted = dim < 0 || wanted > long.MaxValue ? Int128.MaxValue : wanted * dim;
        if (wanted != length)
            throw new ArgumentException($"The dims of '{name}' are {Words(dims)}, which takes {wanted / size} values; {length / size} came.", nameof(dims));
    }

    private static string Words(ReadOnlySpan<long> dims) => dims.IsEmpty ? "none" : string.Join('×', dims.ToArray());
}
