using static ModelGen.Onnx.Wire.FieldAction;
using static ModelGen.Onnx.Wire.WireType;

namespace ModelGen.Onnx.Wire;

/// <summary>The fields that the skeleton keeps, by message; the numbers are those of <c>onnx.proto</c>. All others are dropped.</summary>
internal static class Schema
{
    private static readonly FieldRule s_number = new(Copy, Varint);
    private static readonly FieldRule s_numbers = new(Copy, Varint, Repeated: true);
    private static readonly FieldRule s_name = new(Copy, Length);
    private static readonly FieldRule s_text = new(Text, Length);
    private static readonly FieldRule s_bytes = new(Payload, Length);

    // Indexed by MessageKind, then by field number.
    private static readonly FieldRule[][] s_fields = Build();

    /// <summary>The rule of a field; <see cref="Drop"/> for one that is not listed.</summary>
    public static FieldRule Field(MessageKind message, uint number)
    {
        FieldRule[] fields = s_fields[(int)message];
        return number < (uint)fields.Length ? fields[number] : default;
    }

    private static FieldRule[][] Build()
    {
        var fields = new FieldRule[(int)MessageKind.Dimension + 1][];
        // Dropped here and everywhere: training_info (20) and device configurations (26), doc strings and metadata of nodes
        // and tensors (exporters put Python stack traces there), tensor segments, quantisation annotations.
        fields[(int)MessageKind.None] = [];
        fields[(int)MessageKind.Model] = Fields(
            (1, s_number), (2, s_name), (3, s_name), (4, s_name), (5, s_number), (6, s_text),
            (7, Message(MessageKind.Graph)), (8, Message(MessageKind.Opset)),
            (14, Message(MessageKind.Entry)), (25, Message(MessageKind.Function)));
        fields[(int)MessageKind.Opset] = Fields((1, s_name), (2, s_number));
        fields[(int)MessageKind.Entry] = Fields((1, s_name), (2, s_name));
        fields[(int)MessageKind.Function] = Fields(
            (1, s_name), (4, s_name), (5, s_name), (6, s_name), (7, Message(MessageKind.Node)),
            (9, Message(MessageKind.Opset)), (10, s_name), (11, Message(MessageKind.Attribute)),
            (12, Message(MessageKind.ValueInfo)), (13, s_name));
        fields[(int)MessageKind.Graph] = Fields(
            (1, Message(MessageKind.Node)), (2, s_name), (5, Message(MessageKind.Tensor)), (10, s_text),
            (11, Message(MessageKind.ValueInfo)), (12, Message(MessageKind.ValueInfo)), (13, Message(MessageKind.ValueInfo)),
            (15, Message(MessageKind.SparseTensor)));
        fields[(int)MessageKind.Node] = Fields(
            (1, s_name), (2, s_name), (3, s_name), (4, s_name), (5, Message(MessageKind.Attribute)), (7, s_name), (8, s_name));
        fields[(int)MessageKind.Attribute] = Fields(
            (1, s_name), (2, new(Copy, Fixed32)), (3, s_number), (4, s_bytes),
            (5, Message(MessageKind.Tensor)), (6, Message(MessageKind.Graph)),
            (7, Payloads(Fixed32)), (8, Payloads(Varint)), (9, s_bytes),
            (10, Message(MessageKind.Tensor)), (11, Message(MessageKind.Graph)),
            (14, Message(MessageKind.Type)), (15, Message(MessageKind.Type)), (20, s_number), (21, s_name),
            (22, Message(MessageKind.SparseTensor)), (23, Message(MessageKind.SparseTensor)));
        fields[(int)MessageKind.Tensor] = Fields(
            (1, s_numbers), (2, s_number), (4, Payloads(Fixed32)), (5, Payloads(Varint)), (6, s_bytes), (7, Payloads(Varint)),
            (8, s_name), (9, s_bytes), (10, Payloads(Fixed64)), (11, Payloads(Varint)),
            (13, Message(MessageKind.Entry)), (14, s_number));
        fields[(int)MessageKind.SparseTensor] = Fields(
            (1, Message(MessageKind.Tensor)), (2, Message(MessageKind.Tensor)), (3, s_numbers));
        fields[(int)MessageKind.ValueInfo] = Fields((1, s_name), (2, Message(MessageKind.Type)), (3, s_text));
        fields[(int)MessageKind.Type] = Fields(
            (1, Message(MessageKind.TensorType)), (4, Message(MessageKind.ElementType)), (5, Message(MessageKind.MapType)), (6, s_name),
            (7, Message(MessageKind.OpaqueType)), (8, Message(MessageKind.TensorType)), (9, Message(MessageKind.ElementType)));
        fields[(int)MessageKind.TensorType] = Fields((1, s_number), (2, Message(MessageKind.Shape)));
        fields[(int)MessageKind.ElementType] = Fields((1, Message(MessageKind.Type)));
        fields[(int)MessageKind.MapType] = Fields((1, s_number), (2, Message(MessageKind.Type)));
        fields[(int)MessageKind.OpaqueType] = Fields((1, s_name), (2, s_name));
        fields[(int)MessageKind.Shape] = Fields((1, Message(MessageKind.Dimension)));
        fields[(int)MessageKind.Dimension] = Fields((1, s_number), (2, s_name), (3, s_name));
        return fields;
    }

    private static FieldRule Message(MessageKind kind) => new(Enter, Length, kind);

    private static FieldRule Payloads(WireType wire) => new(Payload, wire, Repeated: true);

    private static FieldRule[] Fields(params (int Number, FieldRule Rule)[] rules)
    {
        var table = new FieldRule[rules.Max(r => r.Number) + 1];
        foreach ((int number, FieldRule rule) in rules)
            table[number] = rule;
        return table;
    }
}
