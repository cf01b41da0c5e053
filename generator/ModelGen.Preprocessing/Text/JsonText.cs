using Google.Protobuf.WellKnownTypes;

namespace ModelGen.Preprocessing;

/// <summary>Shows a JSON value in a message. Protobuf's own formatter throws on objects with empty keys, which its parser lets in.</summary>
internal static class JsonText
{
    internal static string Of(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => $"\"{value.StringValue}\"",
        Value.KindOneofCase.NumberValue => NumberText.Shortest(value.NumberValue),
        Value.KindOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        Value.KindOneofCase.ListValue => $"[{string.Join(", ", value.ListValue.Values.Select(Of))}]",
        Value.KindOneofCase.StructValue => "{" + string.Join(", ", value.StructValue.Fields.Select(field => $"\"{field.Key}\": {Of(field.Value)}")) + "}",
        _ => "null",
    };
}
