using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Benchmarks;

/// <summary>Writes models for the generator to read. The weights of large ones are holes in the file: they take no room on the disk.</summary>
internal static class LargeModel
{
    /// <summary>One Relu beside as many weight tensors of so many bytes each, and as many nodes that use them.</summary>
    public static void Write(string path, int tensors, long bytesEach)
    {
        using FileStream file = File.Create(path);
        ModelProto model = Model();
        for (int i = 0; i < tensors; i++)
            model.Graph.Node.Add(new NodeProto { OpType = "Mul", Input = { i == 0 ? "x" : $"v{i - 1}", $"w{i}" }, Output = { $"v{i}" }, Name = $"layer{i}/mul" });
        byte[] graph = model.Graph.ToByteArray();
        byte[][] heads = [.. Enumerable.Range(0, tensors).Select(i => Head(i, bytesEach))];
        byte[][] tags = [.. heads.Select(head => Tag(GraphProto.InitializerFieldNumber, head.Length + bytesEach))];

        model.Graph = null;
        model.WriteTo(file);
        file.Write(Tag(ModelProto.GraphFieldNumber, graph.Length + heads.Sum(head => head.Length) + tags.Sum(tag => tag.Length) + tensors * bytesEach));
        file.Write(graph);
        for (int i = 0; i < tensors; i++)
        {
            file.Write(tags[i]);
            file.Write(heads[i]);
            file.Seek(bytesEach, SeekOrigin.Current);
        }
        file.SetLength(file.Position);
    }

    private static byte[] Head(int index, long bytes) =>
        [.. new TensorProto { Name = $"w{index}", DataType = 1, Dims = { bytes / 16, 4 } }.ToByteArray(), .. Tag(TensorProto.RawDataFieldNumber, bytes)];

    /// <summary>The start of a length-delimited field.</summary>
    private static byte[] Tag(int field, long length)
    {
        using MemoryStream stream = new();
        using (CodedOutputStream output = new(stream, leaveOpen: true))
        {
            output.WriteTag(field, WireFormat.WireType.LengthDelimited);
            output.WriteUInt64((ulong)length);
        }
        return stream.ToArray();
    }

    private static ModelProto Model()
    {
        TypeProto type = new() { TensorType = new() { ElemType = 1, Shape = new() { Dim = { new TensorShapeProto.Types.Dimension { DimValue = 4 } } } } };
        return new ModelProto
        {
            IrVersion = 10,
            OpsetImport = { new OperatorSetIdProto { Version = 21 } },
            Graph = new GraphProto
            {
                Name = "g",
                Input = { new ValueInfoProto { Name = "x", Type = type } },
                Output = { new ValueInfoProto { Name = "y", Type = type } },
                Node = { new NodeProto { OpType = "Relu", Input = { "x" }, Output = { "y" } } },
            },
        };
    }
}
