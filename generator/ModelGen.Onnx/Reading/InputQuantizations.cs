using Google.Protobuf;
using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Finds inputs of integers that the graph turns into floats first, by one scale: what exporters of quantised models do.</summary>
internal sealed class InputQuantizations
{
    private readonly Dictionary<string, TensorProto> _initializers = [];
    private readonly Dictionary<string, NodeProto?> _consumers = [];

    /// <summary>Looks at the main graph.</summary>
    public InputQuantizations(GraphProto graph)
    {
        foreach (TensorProto tensor in graph.Initializer)
            _initializers[tensor.Name] = tensor;
        foreach (NodeProto node in graph.Node)
        {
            // Two readers are as good as none: they may see the integers differently.
            foreach (string input in node.Input.Distinct())
                _consumers[input] = _consumers.ContainsKey(input) ? null : node;
        }
    }

    /// <summary>The quantisation of an input that one DequantizeLinear reads, perhaps behind a Transpose; null otherwise.</summary>
    public InputQuantization? Of(string name)
    {
        NodeProto? node = Consumer(name, "Transpose");
        string read = node is { Output.Count: 1 } ? node.Output[0] : name;
        if (Consumer(read, "DequantizeLinear") is not { Input.Count: 2 or 3 } linear || linear.Input[0] != read)
            return null;
        // https://onnx.ai/onnx/operators/onnx__DequantizeLinear.html: y = (x - x_zero_point) * x_scale; a scale a tensor is a scalar.
        double? scale = Initializer(linear.Input[1]) is { } scaleTensor ? Float(scaleTensor) : null;
        bool hasZero = linear.Input.Count == 3 && linear.Input[2].Length > 0;
        int? zero = !hasZero ? 0 : Initializer(linear.Input[2]) is { } zeroTensor ? Byte(zeroTensor) : null;
        bool isUsable = scale is > 0 && !double.IsInfinity(scale.Value) && zero is not null;
        return isUsable ? new InputQuantization(scale!.Value, zero!.Value) : null;
    }

    private NodeProto? Consumer(string name, string op) =>
        _consumers.TryGetValue(name, out NodeProto? node) && node is not null && Domains.IsStandard(node.Domain) && node.OpType == op ? node : null;

    private TensorProto? Initializer(string name) => _initializers.TryGetValue(name, out TensorProto tensor) && tensor.Dims.All(dim => dim == 1) ? tensor : null;

    private static double? Float(TensorProto tensor)
    {
        if (tensor.DataType != (int)ElementType.Float)
            return null;
        if (tensor.FloatData.Count == 1)
            return tensor.FloatData[0];
        byte[] raw = tensor.RawData.ToByteArray();
        // raw_data is little-endian (onnx.proto).
        if (!BitConverter.IsLittleEndian)
            Array.Reverse(raw);
        return raw.Length == sizeof(float) ? BitConverter.ToSingle(raw, 0) : null;
    }

    private static int? Byte(TensorProto tensor)
    {
        if (tensor.DataType is not ((int)ElementType.UInt8 or (int)ElementType.Int8))
            return null;
        if (tensor.Int32Data.Count == 1)
            return tensor.Int32Data[0];
        ByteString raw = tensor.RawData;
        return raw.Length == 1 ? tensor.DataType == (int)ElementType.Int8 ? (sbyte)raw[0] : raw[0] : null;
    }
}
