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

    /// <summary>A tensor of random numbers, or of empty text.</summary>
    /// <remarks>
    /// Floats are normal with mean 0 and deviation 1, as pictures are after the usual normalisation. Bytes, signed or not, are any; bools either.
    /// Other integers are 0 or 1: they are indices, masks and lengths most of the time, and larger ones would point past a table's end.
    /// </remarks>
    /// <param name="name">The input. Inputs of other names get other numbers.</param>
    /// <param name="type">The element type.</param>
    /// <param name="seed">Equal seeds give equal numbers, on every machine.</param>
    /// <param name="dims">The dims.</param>
    /// <exception cref="ArgumentException">Nothing random can be made of that type, or the tensor would be larger than an array can be.</exception>
    public static NamedTensor Random(string name, ElementType type, int seed, params ReadOnlySpan<long> dims)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Int128 count = Count(dims);
        if (count * Math.Max(1, ElementTypes.SizeOf(type)) > Array.MaxLength)
            throw new ArgumentException($"The dims of '{name}' are {Words(dims)}, which is more than an array can hold.", nameof(dims));
        if (type == ElementType.String)
            return new NamedTensor(name, type, [.. dims], [], [.. Enumerable.Repeat("", (int)count)]);
        byte[] data = new byte[(int)count * ElementTypes.SizeOf(type)];
        if (!RandomTensor.Fill(type, data, RandomNumbers.For(name, seed)))
            throw new ArgumentException($"There are no random numbers of type {type} for '{name}': give its values.", nameof(type));
        return new NamedTensor(name, type, [.. dims], data, []);
    }

    private static void Check(string name, ReadOnlySpan<long> dims, long length, int size)
    {
        Int128 wanted = Count(dims) * size;
        if (wanted != length)
            throw new ArgumentException($"The dims of '{name}' are {Words(dims)}, which takes {wanted / size} values; {length / size} came.", nameof(dims));
    }

    // More than there can be for a dim below 0, or a product that has left every bound.
    private static Int128 Count(ReadOnlySpan<long> dims)
    {
        Int128 count = 1;
        bool none = dims.Contains(0);
        foreach (long dim in dims)
            count = dim < 0 || count > long.MaxValue ? (Int128)long.MaxValue * 2 : count * dim;
        return none ? 0 : count;
    }

    private static string Words(ReadOnlySpan<long> dims) => dims.IsEmpty ? "none" : string.Join('×', dims.ToArray());
}
