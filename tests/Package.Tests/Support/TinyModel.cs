using System.Text;

namespace Package.Tests;

/// <summary>ONNX files of some hundred bytes, written field by field (onnx.proto of ONNX 1.17 gives the numbers).</summary>
internal static class TinyModel
{
    private const int Float = 1;
    private const int External = 1;

    /// <summary><c>y = Relu(x)</c>; a dim is a number or a name.</summary>
    public static byte[] Relu(params object[] dims) => Model([Node("Relu", "x"), Value(11, "x", dims), Value(12, "y", dims)]);

    /// <summary><c>y = x + w</c>, with the numbers of w in a file of their own beside the model.</summary>
    public static byte[] AddExternal(string file, int length)
    {
        byte[] weights =
        [
            .. Number(1, length), .. Number(2, Float), .. Bytes(8, Text("w")),
            .. Bytes(13, [.. Bytes(1, Text("location")), .. Bytes(2, Text(file))]), .. Number(14, External),
        ];
        return Model([Node("Add", "x", "w"), Bytes(5, weights), Value(11, "x", [length]), Value(12, "y", [length])]);
    }

    private static byte[] Model(byte[][] graph) =>
    [
        .. Number(1, 8), .. Bytes(2, Text("tests")),
        .. Bytes(7, [.. Bytes(2, Text("g")), .. graph.SelectMany(part => part)]),
        .. Bytes(8, Number(2, 17)),
    ];

    private static byte[] Node(string op, params string[] inputs) =>
        Bytes(1, [.. inputs.SelectMany(input => Bytes(1, Text(input))), .. Bytes(2, Text("y")), .. Bytes(3, Text(op)), .. Bytes(4, Text(op))]);

    private static byte[] Value(int field, string name, object[] dims)
    {
        byte[] shape = [.. dims.SelectMany(dim => Bytes(1, dim is int size ? Number(1, size) : Bytes(2, Text((string)dim))))];
        return Bytes(field, [.. Bytes(1, Text(name)), .. Bytes(2, Bytes(1, [.. Number(1, Float), .. Bytes(2, shape)]))]);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Number(int field, long value) => [.. Varint(field << 3), .. Varint(value)];

    private static byte[] Bytes(int field, byte[] bytes) => [.. Varint((field << 3) | 2), .. Varint(bytes.Length), .. bytes];

    private static IEnumerable<byte> Varint(long value)
    {
        for (; value > 127; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}
