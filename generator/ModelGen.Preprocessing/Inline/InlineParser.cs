using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads <c>key=value</c> steps, each key at most once, and collects all that is wrong with them.</summary>
internal sealed class InlineParser
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>The steps, or everything that is wrong with them.</summary>
    internal static (InlineSteps? Steps, EquatableArray<Problem> Problems) Parse(IEnumerable<string> parts)
    {
        var parser = new InlineParser();
        foreach (string part in parts)
            parser.Add(part);
        InlineSteps steps = parser.Steps();
        return (parser._problems.Count == 0 ? steps : null, new(parser._problems));
    }

    private void Add(string part)
    {
        int equals = part.IndexOf('=');
        string key = (equals < 0 ? part : part.Substring(0, equals)).Trim().ToLowerInvariant();
        string value = equals < 0 ? "" : part.Substring(equals + 1).Trim();
        if (!InlineOptions.Keys.Contains(key))
            Wrong($"'{XmlText.Plain(key, 60)}' is none of {string.Join(", ", InlineOptions.Keys)}.{NearestName.Hint(key, InlineOptions.Keys)}");
        else if (value.Length == 0)
            Wrong($"'{key}' has no value. Write {key}=…");
        else if (_values.ContainsKey(key))
            Wrong($"'{key}' is given twice. The steps run in one fixed order: resize, crop, rescale, mean, std.");
        else
            _values.Add(key, value);
    }

    private InlineSteps Steps()
    {
        ImageFilter? filter = OneOf("filter", InlineOptions.Filters);
        var steps = new InlineSteps
        {
            Resize = Resize(filter) ?? ResizeStep.None,
            Crop = Get("crop") is { } crop ? Size(crop) : null,
            Rescale = Rescale(),
            Mean = Numbers("mean"),
            Std = Numbers("std"),
            Channels = OneOf("channels", InlineOptions.Colors),
            Numbers = OneOf("numbers", InlineOptions.NumberRules) ?? NumberRule.HuggingFace,
            PassOrder = OneOf("pillow", InlineOptions.PassOrders) ?? PassOrder.Pillow13,
        };
        if (steps.Std?.Any(Float32.IsZero) == true)
            Wrong("'std' has a 0, which nothing can be divided by.");
        if (Get("resize") is null && (Get("filter") ?? Get("pillow")) is not null)
            Wrong("'filter' and 'pillow' say how to resize, but there is no 'resize'. Add resize=256 (the shorter side) or resize=224x224 (width x height).");
        return steps;
    }

    private ResizeStep? Resize(ImageFilter? filter)
    {
        if (Get("resize") is not { } text)
            return null;
        if (Get("filter") is null)
            Wrong($"'resize' needs a 'filter': one of {Words(InlineOptions.Filters)}.");
        if (InlineNumbers.Side(text) is { } shorter)
            return ResizeStep.ToShorterSide(shorter, filter ?? default);
        if (InlineNumbers.Size(text) is { } size)
            return ResizeStep.To(size, filter ?? default);
        Wrong($"resize={XmlText.Plain(text, 60)} is no size. Write the shorter side, as resize=256, or width x height, as resize=640x480; sides are 1 to {PixelSize.MaxSide} pixels.");
        return null;
    }

    private PixelSize? Size(string text)
    {
        if (InlineNumbers.Side(text) is { } side)
            return new PixelSize(side, side);
        if (InlineNumbers.Size(text) is { } size)
            return size;
        Wrong($"crop={XmlText.Plain(text, 60)} is no size. Write a square's side, as crop=224, or width x height, as crop=640x480; sides are 1 to {PixelSize.MaxSide} pixels.");
        return null;
    }

    private double Rescale()
    {
        if (Get("rescale") is not { } text)
            return 1;
        if (InlineNumbers.Number(text) is { } factor && Float32.IsFactor(factor))
            return factor;
        Wrong($"rescale={XmlText.Plain(text, 60)} is no factor. Write a number other than 0 that a float32 can hold, as rescale=1/255 or rescale=0.0078125.");
        return 1;
    }

    private EquatableArray<double>? Numbers(string key)
    {
        if (Get(key) is not { } text)
            return null;
        if (InlineNumbers.Numbers(text) is { } numbers && numbers.All(Float32.IsFinite))
            return new(numbers);
        Wrong($"{key}={XmlText.Plain(text, 60)} is no list of numbers. Write one for all channels, or one for each, as {key}=0.5 or {key}=0.485,0.456,0.406.");
        return null;
    }

    private T? OneOf<T>(string key, (string Word, T Value)[] options) where T : struct
    {
        if (Get(key) is not { } text)
            return null;
        foreach ((string word, T value) in options)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        Wrong($"{key}={XmlText.Plain(text, 60)} is none of {Words(options)}.{NearestName.Hint(text, options.Select(o => o.Word))}");
        return null;
    }

    private static string Words<T>((string Word, T Value)[] options) => string.Join(", ", options.Select(o => o.Word));

    private string? Get(string key) => _values.TryGetValue(key, out string? value) ? value : null;

    private void Wrong(string what) => _problems.Add(new Problem(PreprocessingRules.PreprocessMalformed, "ModelGenPreprocess: " + what));
}
