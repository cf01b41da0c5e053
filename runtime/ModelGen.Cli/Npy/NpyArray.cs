namespace ModelGen.Cli;

/// <summary>An array in memory, in C order and little-endian.</summary>
internal sealed class NpyArray
{
    /// <summary>Numbers, one after the other.</summary>
    internal NpyArray(NpyType type, long[] shape, byte[] data) => (Type, Shape, Data, Strings) = (type, shape, data, []);

    /// <summary>Text.</summary>
    internal NpyArray(NpyType type, long[] shape, string[] strings) => (Type, Shape, Data, Strings) = (type, shape, [], strings);

    /// <summary>The elements' type.</summary>
    internal NpyType Type { get; }

    /// <summary>The dims, outermost first; empty for a scalar.</summary>
    internal long[] Shape { get; }

    /// <summary>The elements' bytes; empty for text.</summary>
    internal byte[] Data { get; }

    /// <summary>The elements of text; else empty.</summary>
    internal string[] Strings { get; }
}
