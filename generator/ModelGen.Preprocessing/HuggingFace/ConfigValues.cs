using Google.Protobuf.WellKnownTypes;
using ModelGen.Onnx;
using JsonValue = Google.Protobuf.WellKnownTypes.Value;

namespace ModelGen.Preprocessing;

/// <summary>Reads the values of one configuration file by key, and collects what is wrong with them.</summary>
internal sealed class ConfigValues(Struct json, string fileName)
{
    private readonly List<Problem> _problems = [];

    /// <summary>What the file is called in messages.</summary>
    internal string FileName => fileName;

    /// <summary>Everything found so far.</summary>
    internal IReadOnlyList<Problem> Problems => _problems;

    /// <summary>All keys that have a value.</summary>
    internal IEnumerable<string> Keys => json.Fields.Keys.Where(key => Find(key) is not null);

    /// <summary>The value of a key; null when it is absent, or null in the file, which means the same.</summary>
    internal JsonValue? Find(string key) =>
        json.Fields.TryGetValue(key, out JsonValue? value) && value.KindCase is not (JsonValue.KindOneofCase.NullValue or JsonValue.KindOneofCase.None)
            ? value
            : null;

    /// <summary>A key that has any value but false and 0.</summary>
    internal bool IsOn(string key) => Find(key) is { } value && value is not
        ({ KindCase: JsonValue.KindOneofCase.BoolValue, BoolValue: false } or { KindCase: JsonValue.KindOneofCase.NumberValue, NumberValue: 0 });

    /// <summary>A yes or no.</summary>
    internal bool? Flag(string key) => Find(key) switch
    {
        null => null,
        { KindCase: JsonValue.KindOneofCase.BoolValue } value => value.BoolValue,
        { } value => Wrong<bool?>(key, "true or false", value),
    };

    /// <summary>A text.</summary>
    internal string? Text(string key) => Find(key) switch
    {
        null => null,
        { KindCase: JsonValue.KindOneofCase.StringValue } value => value.StringValue,
        { } value => Wrong<string?>(key, "a text", value),
    };

    /// <summary>Any finite number.</summary>
    internal double? Number(string key) => Find(key) switch
    {
        null => null,
        { KindCase: JsonValue.KindOneofCase.NumberValue } value when Float32.IsFinite(value.NumberValue) => value.NumberValue,
        { } value => Wrong<double?>(key, "a number that a float32 can hold", value),
    };

    /// <summary>A finite number, or a list of them.</summary>
    internal EquatableArray<double>? Numbers(string key) => Find(key) switch
    {
        null => null,
        { KindCase: JsonValue.KindOneofCase.NumberValue } value when Float32.IsFinite(value.NumberValue) => new([value.NumberValue]),
        { KindCase: JsonValue.KindOneofCase.ListValue } value
            when value.ListValue.Values.Count > 0 && value.ListValue.Values.All(v => v.KindCase == JsonValue.KindOneofCase.NumberValue && Float32.IsFinite(v.NumberValue))
            => new(value.ListValue.Values.Select(v => v.NumberValue)),
        { } value => Wrong<EquatableArray<double>?>(key, "a number or a list of numbers, each such that a float32 can hold it", value),
    };

    /// <summary>A whole number of pixels inside a value; null when it is something else.</summary>
    internal static int? Pixels(JsonValue? value) =>
        value is { KindCase: JsonValue.KindOneofCase.NumberValue, NumberValue: >= 1 and <= PixelSize.MaxSide and var number } && number == Math.Floor(number)
            ? (int)number
            : null;

    /// <summary>Notes a value of the wrong kind.</summary>
    internal T? Wrong<T>(string key, string expected, JsonValue value)
    {
        Malformed($"'{key}' should be {expected}, but is {XmlText.Plain(JsonText.Of(value), 60)}.");
        return default;
    }

    /// <summary>Notes that the file lacks a value or has a wrong one.</summary>
    internal void Malformed(string what) => Add(PreprocessingRules.SidecarMalformed, what);

    /// <summary>Notes a step that can't be done.</summary>
    internal void Unsupported(string what) => Add(PreprocessingRules.StepUnsupported, what);

    private void Add(ProblemRule rule, string what) => _problems.Add(new Problem(rule, $"{XmlText.Plain(fileName)}: {what}"));
}
