using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

/// <summary>Files that are small and mean much.</summary>
internal static class Bombs
{
    /// <summary>A model with so many graphs within its main graph.</summary>
    public static byte[] Subgraphs(int depth)
    {
        byte[] graph = [];
        for (int i = 0; i < depth; i++)
        {
            byte[] attribute = new WireWriter().Field(1, "body"u8).Field(6, graph).ToArray();
            byte[] node = new WireWriter().Field(4, "Loop"u8).Field(5, attribute).ToArray();
            graph = new WireWriter().Field(1, node).ToArray();
        }
        return Model(graph);
    }

    /// <summary>A model whose input is a sequence of sequences of …</summary>
    public static byte[] Types(int depth)
    {
        byte[] type = [];
        for (int i = 0; i < depth; i++)
            type = new WireWriter().Field(4, new WireWriter().Field(1, type).ToArray()).ToArray();
        byte[] input = new WireWriter().Field(1, "x"u8).Field(2, type).ToArray();
        return Model(new WireWriter().Field(11, input).ToArray());
    }

    /// <summary>A model of so many empty nodes: two bytes each in the file, 200 or more in memory.</summary>
    public static byte[] EmptyNodes(int count)
    {
        byte[] graph = new byte[2 * count];
        for (int i = 0; i < graph.Length; i += 2)
            graph[i] = 0x0A;
        return Model(graph);
    }

    /// <summary>A model around the bytes of a graph.</summary>
    public static byte[] Model(byte[] graph) => new WireWriter()
        .Field(ModelProto.IrVersionFieldNumber, 10)
        .Field(ModelProto.OpsetImportFieldNumber, new WireWriter().Field(2, 21).ToArray())
        .Field(ModelProto.GraphFieldNumber, graph)
        .ToArray();
}
