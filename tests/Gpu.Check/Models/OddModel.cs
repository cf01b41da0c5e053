using System.Text;

namespace ModelGen.GpuCheck;

/// <summary>A network of three nodes, of which TensorRT lacks the last: Det, which only the CPU computes. Field numbers are those of onnx.proto.</summary>
internal static class OddModel
{
    /// <summary>The operator that TensorRT lacks (operators.md of its ONNX parser).</summary>
    public const string Operator = "Det";

    private const int Float = 1;
    private const int Side = 4;

    /// <summary>Writes it.</summary>
    public static void Write(string path)
    {
        byte[] graph =
        [
            .. Field(1, Node("MatMul", "product", ["x", "x"], "p")),
            .. Field(1, Node("Sigmoid", "squash", ["p"], "s")),
            .. Field(1, Node(Operator, "determinant", ["s"], "d")),
            .. Text(2, "odd"),
            .. Field(11, Port("x", Side, Side)),
            .. Field(12, Port("d")),
        ];
        // IR version 8 came with opset 17.
        File.WriteAllBytes(path, [.. Number(1, 8), .. Field(7, graph), .. Field(8, [.. Text(1, ""), .. Number(2, 17)])]);
    }

    private static byte[] Node(string type, string name, string[] inputs, string output) =>
        [.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(3, name), .. Text(4, type)];

    private static byte[] Port(string name, params int[] dims)
    {
        byte[] shape = [.. dims.SelectMany(dim => Field(1, Number(1, dim)))];
        byte[] tensor = [.. Number(1, Float), .. Field(2, shape)];
        return [.. Text(1, name), .. Field(2, Field(1, tensor))];
    }

    private static byte[] Text(int field, string text) => Field(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Field(int field, byte[] content) => [.. Varint((field << 3) | 2), .. Varint(content.Length), .. content];

    private static byte[] Number(int field, int number) => [.. Varint(field << 3), .. Varint(number)];

    private static byte[] Varint(int value)
    {
        List<byte> bytes = [];
        for (; value > 0x7F; value >>= 7)
            bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
