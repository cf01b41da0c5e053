using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>Writes small ONNX models of floats, field by field (onnx.proto), so that these tests need no reader of models.</summary>
internal sealed class TinyModel
{
    private readonly List<byte> _graph = [];

    public TinyModel Node(string op, string name, string[] inputs, string[] outputs, params (string Name, byte[] Fields)[] attributes)
    {
        List<byte> node = [];
        foreach (string input in inputs)
            Text(node, 1, input);
        foreach (string output in outputs)
            Text(node, 2, output);
        Text(node, 3, name);
        Text(node, 4, op);
        foreach ((string attribute, byte[] fields) in attributes)
            Bytes(node, 5, Join(list => Text(list, 1, attribute), fields));
        Bytes(_graph, 1, [.. node]);
        return this;
    }

    public TinyModel Weights(string name, long[] dims, params float[] values)
    {
        Bytes(_graph, 5, Tensor(name, dims, list => Bytes(list, 9, MemoryMarshal.AsBytes(values.AsSpan()).ToArray())));
        return this;
    }

    /// <summary>Weights that lie in a file beside the model.</summary>
    public TinyModel ExternalWeights(string name, long[] dims, string file)
    {
        Bytes(_graph, 5, Tensor(name, dims, list =>
        {
            Bytes(list, 13, Join(entry => Text(entry, 1, "location"), Join(entry => Text(entry, 2, file))));
            Number(list, 14, 1);
        }));
        return this;
    }

    public TinyModel Input(string name, params object[] dims) => Value(11, name, 1, dims);

    public TinyModel InputOf(ElementType type, string name, params object[] dims) => Value(11, name, (int)type, dims);

    public TinyModel Output(string name, params object[] dims) => Value(12, name, 1, dims);

    public TinyModel OutputOf(ElementType type, string name, params object[] dims) => Value(12, name, (int)type, dims);

    public byte[] ToBytes()
    {
        List<byte> model = [];
        Number(model, 1, 8);
        Bytes(model, 7, Graph("g"));
        List<byte> opset = [];
        Text(opset, 1, "");
        Number(opset, 2, 17);
        Bytes(model, 8, [.. opset]);
        return [.. model];
    }

    /// <summary>An attribute that is a graph, as loops and branches have.</summary>
    public (string Name, byte[] Fields) ToAttribute(string name) => (name, Join(list => Bytes(list, 6, Graph(name)), Join(list => Number(list, 20, 5))));

    /// <summary>Writes it into a folder; gives what loads it.</summary>
    public ModelInfo Save(string folder, string name = "tiny")
    {
        string path = Path.Combine(folder, name + ".onnx");
        File.WriteAllBytes(path, ToBytes());
        return Info(path);
    }

    /// <summary>What loads a file, without its inputs and outputs.</summary>
    public static ModelInfo Info(string path) => new()
    {
        Name = Path.GetFileNameWithoutExtension(path),
        FileName = path,
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))),
        Inputs = [],
        Outputs = [],
    };

    private byte[] Graph(string name) => Join(list => Text(list, 2, name), [.. _graph]);

    private TinyModel Value(int field, string name, int type, object[] dims)
    {
        List<byte> shape = [];
        foreach (object dim in dims)
            Bytes(shape, 1, Join(list => Dim(list, dim)));
        byte[] tensor = Join(list => Number(list, 1, type), Join(list => Bytes(list, 2, [.. shape])));
        Bytes(_graph, field, Join(list => Text(list, 1, name), Join(list => Bytes(list, 2, Join(inner => Bytes(inner, 1, tensor))))));
        return this;
    }

    private static void Dim(List<byte> list, object dim)
    {
        if (dim is string symbol)
            Text(list, 2, symbol);
        else
            Number(list, 1, (int)dim);
    }

    private static byte[] Tensor(string name, long[] dims, Action<List<byte>> data)
    {
        List<byte> tensor = [];
        foreach (long dim in dims)
            Number(tensor, 1, dim);
        Number(tensor, 2, 1);
        Text(tensor, 8, name);
        data(tensor);
        return [.. tensor];
    }

    private static byte[] Join(Action<List<byte>> first, params byte[] rest)
    {
        List<byte> list = [];
        first(list);
        list.AddRange(rest);
        return [.. list];
    }

    private static void Text(List<byte> list, int field, string value) => Bytes(list, field, Encoding.UTF8.GetBytes(value));

    private static void Bytes(List<byte> list, int field, byte[] value)
    {
        Varint(list, (ulong)((field << 3) | 2));
        Varint(list, (ulong)value.Length);
        list.AddRange(value);
    }

    private static void Number(List<byte> list, int field, long value)
    {
        Varint(list, (ulong)(field << 3));
        Varint(list, (ulong)value);
    }

    private static void Varint(List<byte> list, ulong value)
    {
        for (; value >= 0x80; value >>= 7)
            list.Add((byte)(value | 0x80));
        list.Add((byte)value);
    }
}
