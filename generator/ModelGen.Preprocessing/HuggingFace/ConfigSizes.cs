using Google.Protobuf.WellKnownTypes;
using JsonValue = Google.Protobuf.WellKnownTypes.Value;

namespace ModelGen.Preprocessing;

/// <summary>Reads <c>size</c> and <c>crop_size</c> in the spellings that Hugging Face has had over the years.</summary>
internal static class ConfigSizes
{
    private static readonly string[] s_sides = ["height", "width", "shortest_edge", "longest_edge", "max_height", "max_width"];

    /// <summary>The <c>size</c>; null when it is absent, or wrong, which has then been noted.</summary>
    internal static SizeValue? Size(ConfigValues values, ProcessorDefaults processor)
    {
        if (values.Find("size") is not { } value)
            return null;
        // What DETR's first feature extractors wrote for {"shortest_edge", "longest_edge"}.
        if (ConfigValues.Pixels(value) is { } shortest && processor.Rules == SizeRules.Detr && ConfigValues.Pixels(values.Find("max_size")) is { } longest && longest >= shortest)
            return SizeValue.ShorterSide(shortest, longest);
        if (ConfigValues.Pixels(value) is { } plain)
            return Plain(values, plain, processor.PlainSize);
        if (value.KindCase == JsonValue.KindOneofCase.ListValue)
            return Pair(values, value);
        if (value.KindCase != JsonValue.KindOneofCase.StructValue)
            return values.Wrong<SizeValue?>("size", """{"height": 224, "width": 224} or {"shortest_edge": 256}""", value);

        Dictionary<string, JsonValue> sides = Sides(value.StructValue);
        SizeValue? size = ByRule(sides, processor.Rules);
        if (size is not null)
            return size;
        if (sides.Keys.FirstOrDefault(key => !s_sides.Contains(key) || key is "longest_edge" or "max_height" or "max_width") is { } other)
        {
            values.Unsupported($"the resize bounded by '{XmlText.Plain(other)}' in 'size' is not supported{(processor.IsKnown ? "" : " without a known class, since classes round differently")}. Give \"height\" and \"width\", or \"shortest_edge\" alone.");
            return null;
        }
        if (processor.Rules == SizeRules.ExactOnly && sides.ContainsKey("shortest_edge"))
        {
            values.Unsupported($"the resize by 'shortest_edge' of {processor.Name}ImageProcessor is not supported: it rounds the sides to multiples in a way of its own. Give \"height\" and \"width\" as the model has them.");
            return null;
        }
        return values.Wrong<SizeValue?>("size", $"a \"height\" and a \"width\", or a \"shortest_edge\", of 1 to {PixelSize.MaxSide} pixels", value);
    }

    private static SizeValue? ByRule(Dictionary<string, JsonValue> sides, SizeRules rules)
    {
        int? width = ConfigValues.Pixels(Get(sides, "width")), height = ConfigValues.Pixels(Get(sides, "height"));
        int? shortest = ConfigValues.Pixels(Get(sides, "shortest_edge")), longest = ConfigValues.Pixels(Get(sides, "longest_edge"));
        int? maxWidth = ConfigValues.Pixels(Get(sides, "max_width")), maxHeight = ConfigValues.Pixels(Get(sides, "max_height"));
        return (sides.Count, rules) switch
        {
            (2, _) when width is not null && height is not null => new SizeValue(ResizeKind.To, width.Value, height.Value),
            (1, not SizeRules.ExactOnly) when shortest is not null => SizeValue.ShorterSide(shortest.Value),
            (1, SizeRules.Sam) when longest is not null => SizeValue.LongerSide(longest.Value),
            (2, SizeRules.Detr) when shortest is not null && longest >= shortest => SizeValue.ShorterSide(shortest.Value, longest.Value),
            (2, SizeRules.Detr) when maxWidth is not null && maxHeight is not null => new SizeValue(ResizeKind.Within, maxWidth.Value, maxHeight.Value),
            _ => null,
        };
    }

    /// <summary>The <c>crop_size</c>; null when it is absent, or wrong, which has then been noted.</summary>
    internal static PixelSize? CropSize(ConfigValues values) => Fixed(values, "crop_size");

    /// <summary>The <c>pad_size</c>; null when it is absent, or wrong, which has then been noted.</summary>
    internal static PixelSize? PadSize(ConfigValues values) => Fixed(values, "pad_size");

    private static PixelSize? Fixed(ConfigValues values, string key)
    {
        if (values.Find(key) is not { } value)
            return null;
        if (ConfigValues.Pixels(value) is { } side)
            return new PixelSize(side, side);
        if (value.KindCase == JsonValue.KindOneofCase.StructValue)
        {
            Dictionary<string, JsonValue> sides = Sides(value.StructValue);
            if (ConfigValues.Pixels(Get(sides, "width")) is { } width && ConfigValues.Pixels(Get(sides, "height")) is { } height)
                return new PixelSize(width, height);
        }
        return values.Wrong<PixelSize?>(key, $$"""a number of pixels from 1 to {{PixelSize.MaxSide}}, or {"height": 224, "width": 224}""", value);
    }

    private static SizeValue? Plain(ConfigValues values, int length, ResizeKind? meaning)
    {
        if (meaning is { } kind)
            return kind == ResizeKind.ShorterSide ? SizeValue.ShorterSide(length) : SizeValue.Square(length);
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
