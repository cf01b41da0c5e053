using Google.Protobuf.WellKnownTypes;
using JsonValue = Google.Protobuf.WellKnownTypes.Value;

namespace ModelGen.Preprocessing;

/// <summary>Reads <c>size</c> and <c>crop_size</c> in the spellings that Hugging Face has had over the years.</summary>
internal static class ConfigSizes
{
    /// <summary>The <c>size</c>; null when it is absent, or wrong, which has then been noted.</summary>
    internal static SizeValue? Size(ConfigValues values, ResizeKind? plainSize)
    {
        if (values.Find("size") is not { } value)
            return null;
        if (ConfigValues.Pixels(value) is { } plain)
            return Plain(values, plain, plainSize);
        if (value.KindCase == JsonValue.KindOneofCase.ListValue)
            return Pair(values, value);
        if (value.KindCase != JsonValue.KindOneofCase.StructValue)
            return values.Wrong<SizeValue?>("size", """{"height": 224, "width": 224} or {"shortest_edge": 256}""", value);

        Dictionary<string, JsonValue> sides = Sides(value.StructValue);
        if (sides.Keys.FirstOrDefault(key => key is not ("height" or "width" or "shortest_edge")) is { } other)
        {
            values.Unsupported($"the resize bounded by '{XmlText.Plain(other)}' in 'size' is not supported. Give \"height\" and \"width\", or \"shortest_edge\" alone.");
            return null;
        }
        if (sides.Count == 1 && ConfigValues.Pixels(Get(sides, "shortest_edge")) is { } shorter)
            return SizeValue.ShorterSide(shorter);
        if (sides.Count == 2 && ConfigValues.Pixels(Get(sides, "width")) is { } width && ConfigValues.Pixels(Get(sides, "height")) is { } height)
            return new SizeValue(ResizeKind.Exact, width, height);
        return values.Wrong<SizeValue?>("size", $"a \"height\" and a \"width\", or a \"shortest_edge\", of 1 to {PixelSize.MaxSide} pixels", value);
    }

    /// <summary>The <c>crop_size</c>; null when it is absent, or wrong, which has then been noted.</summary>
    internal static PixelSize? CropSize(ConfigValues values)
    {
        if (values.Find("crop_size") is not { } value)
            return null;
        if (ConfigValues.Pixels(value) is { } side)
            return new PixelSize(side, side);
        if (value.KindCase == JsonValue.KindOneofCase.StructValue)
        {
            Dictionary<string, JsonValue> sides = Sides(value.StructValue);
            if (ConfigValues.Pixels(Get(sides, "width")) is { } width && ConfigValues.Pixels(Get(sides, "height")) is { } height)
                return new PixelSize(width, height);
        }
        return values.Wrong<PixelSize?>("crop_size", $$"""a number of pixels from 1 to {{PixelSize.MaxSide}}, or {"height": 224, "width": 224}""", value);
    }

    private static SizeValue? Plain(ConfigValues values, int length, ResizeKind? meaning)
    {
        if (meaning is { } kind)
            return new SizeValue(kind, length, length);
        values.Unsupported(FormattableString.Invariant(
            $$"""'size' is {{length}}, which is the shorter side to some image processors and a square to others, and 'image_processor_type' names no known one. Write {"shortest_edge": {{length}}} or {"height": {{length}}, "width": {{length}}}."""));
        return null;
    }

    /// <summary>A list of two was (height, width) to some releases and (width, height) to others, so only a square is safe.</summary>
    private static SizeValue? Pair(ConfigValues values, JsonValue value)
    {
        int?[] sides = [.. value.ListValue.Values.Select(ConfigValues.Pixels)];
        if (sides.Length == 2 && sides[0] is { } side && sides[1] == side)
            return SizeValue.Square(side);
        return values.Wrong<SizeValue?>("size", """an object as {"height": 224, "width": 224}""", value);
    }

    // A side that is null is as good as absent: newer releases write all of them.
    private static Dictionary<string, JsonValue> Sides(Struct size) => size.Fields
        .Where(side => side.Value.KindCase is not (JsonValue.KindOneofCase.NullValue or JsonValue.KindOneofCase.None))
        .ToDictionary(side => side.Key, side => side.Value);

    private static JsonValue? Get(Dictionary<string, JsonValue> sides, string key) => sides.TryGetValue(key, out JsonValue? value) ? value : null;
}
