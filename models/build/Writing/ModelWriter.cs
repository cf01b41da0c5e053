using System.Buffers.Binary;
using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Models;

/// <summary>Writes a network as an ONNX file, weight by weight: fields in the order of their numbers, as Google's own writers have them.</summary>
internal static class ModelWriter
{
    private const int WeightsAtOnce = 1 << 16;

    /// <summary>Writes the whole file.</summary>
    /// <param name="network">What to write.</param>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="progress">Hears how many weights are written.</param>
    /// <param name="stop">Ends the writing somewhere in the middle.</param>
    public static void Write(Network network, Stream stream, Action<long>? progress = null, CancellationToken stop = default)
    {
        // Messages are merged field by field, so that a head, its middle and its tail one after the other are one message.
        ModelProto modelHead = network.Model.Clone();
        modelHead.Graph = null;
        modelHead.OpsetImport.Clear();
        ModelProto modelTail = new() { OpsetImport = { network.Model.OpsetImport } };
        GraphProto graphHead = new() { Node = { network.Model.Graph.Node }, Name = network.Model.Graph.Name };
        GraphProto graphTail = new() { Input = { network.Model.Graph.Input }, Output = { network.Model.Graph.Output } };
        int graphSize = checked(graphHead.CalculateSize() + graphTail.CalculateSize() + network.Initializers.Sum(TaggedSize));

        using CodedOutputStream output = new(stream, leaveOpen: true);
        modelHead.WriteTo(output);
        Open(output, ModelProto.GraphFieldNumber, graphSize);
        graphHead.WriteTo(output);
        long written = 0;
        foreach (Initializer initializer in network.Initializers)
        {
            Open(output, GraphProto.InitializerFieldNumber, Size(initializer));
            initializer.Tensor.WriteTo(output);
            if (initializer.Weights is null)
                continue;
            Open(output, TensorProto.RawDataFieldNumber, checked((int)(initializer.Count * sizeof(float))));
            output.Flush();
            WriteWeights(initializer, stream, count => progress?.Invoke(written += count), stop);
        }
        graphTail.WriteTo(output);
        modelTail.WriteTo(output);
    }

    private static void WriteWeights(Initializer initializer, Stream stream, Action<int> progress, CancellationToken stop)
    {
        byte[] bytes = new byte[WeightsAtOnce * sizeof(float)];
        for (long start = 0; start < initializer.Count; start += WeightsAtOnce)
        {
            stop.ThrowIfCancellationRequested();
            int count = (int)Math.Min(WeightsAtOnce, initializer.Count - start);
            for (int i = 0; i < count; i++)
                BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), initializer.Weights!(start + i));
            stream.Write(bytes, 0, count * sizeof(float));
            progress(count);
        }
    }

    private static void Open(CodedOutputStream output, int field, int length)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteLength(length);
    }

    private static int TaggedSize(Initializer initializer) => Tagged(GraphProto.InitializerFieldNumber, Size(initializer));

    private static int Size(Initializer initializer) =>
        initializer.Tensor.CalculateSize() + (initializer.Weights is null ? 0 : Tagged(TensorProto.RawDataFieldNumber, checked((int)(initializer.Count * sizeof(float)))));

    private static int Tagged(int field, int length) => checked(CodedOutputStream.ComputeTagSize(field) + CodedOutputStream.ComputeLengthSize(length) + length);
}
