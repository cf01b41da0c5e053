using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Makes steps of <c>key=value</c> pairs, and collects all that is wrong with them.</summary>
internal static class InlineParser
{
    /// <summary>YOLO's gray, which a letterbox has without a word of its own.</summary>
    private const int LetterboxLevel = 114;

    /// <summary>The steps, or everything that is wrong with them.</summary>
    /// <param name="parts">The pairs.</param>
    /// <param name="preset">Pairs that hold where the others say nothing; from the presets' tables, and so without faults.</param>
    internal static (InlineSteps? Steps, EquatableArray<Problem> Problems) Parse(IEnumerable<string> parts, string preset = "")
    {
        InlineKeys keys = InlineKeys.Read(parts, preset);
        InlineSteps steps = Steps(keys);
        return (keys.Problems.Count == 0 ? steps : null, new(keys.Problems));
    }

    private static InlineSteps Steps(InlineKeys keys)
    {
        var steps = new InlineSteps
        {
            Resize = InlineResize.Read(keys),
            Crop = Crop(keys),
            Padding = Padding(keys),
            Background = Background(keys),
            Rescale = Rescale(keys),
            Mean = Numbers(keys, "mean"),
            Std = Numbers(keys, "std"),
            DividesTwice = keys.OneOf("divide", InlineOptions.Divisions) ?? false,
            Quantization = Quantization(keys),
            Channels = keys.OneOf("channels", InlineOptions.Colors),
            Numbers = keys.OneOf("numbers", InlineOptions.NumberRules) ?? NumberRule.HuggingFace,
        };
        if (steps.Std?.Any(Float32.IsZero) == true)
            keys.Wrong("'std' has a 0, which nothing can be divided by.");
        if (steps is { DividesTwice: true, Std: null })
            keys.Wrong("divide=twice needs a 'std' to divide by.");
        if (steps is { Crop: not null, Padding: not null })
            keys.Wrong("'crop' fills what is missing with black itself, so there can be no 'pad', 'fill' or fit=letterbox beside it. Remove one of them.");
        return steps;
    }

    private static PixelSize? Crop(InlineKeys keys)
    {
        if (keys.Get("crop") is not { } text)
            return null;
        if (InlineNumbers.Side(text) is { } side)
            return new PixelSize(side, side);
        if (InlineNumbers.Size(text) is { } size)
            return size;
        keys.Wrong($"crop={XmlText.Plain(text, 60)} is no size. Write a square's side, as crop=224, or width x height, as crop=640x480; sides are 1 to {PixelSize.MaxSide} pixels.");
        return null;
    }

    private static PaddingStep? Padding(InlineKeys keys)
    {
        bool isLetterbox = string.Equals(keys.Get("fit"), "letterbox", StringComparison.OrdinalIgnoreCase);
        ImageAnchor? anchor = keys.OneOf("anchor", InlineOptions.Anchors);
        if (keys.Get("fill") is { } text)
        {
            if (keys.Get("pad") is not null)
                keys.Wrong("'pad' is a level that is normalised, 'fill' a number that is not. Write one of them.");
            if (InlineNumbers.Number(text) is { } number && Float32.IsFinite(number))
                return PaddingStep.WithNumber(number, anchor ?? ImageAnchor.Centre);
            keys.Wrong($"fill={XmlText.Plain(text, 60)} is no number. Write the number around the picture in the finished tensor, as fill=0.");
            return null;
        }
        if (keys.Get("pad") is not null || isLetterbox)
            return PaddingStep.WithLevel(keys.Whole("pad", 0, 255, "pad=114") ?? LetterboxLevel, anchor ?? ImageAnchor.Centre);
        if (anchor is not null)
            keys.Wrong("'anchor' says where the picture lies, but there is no padding. Add pad=114, fill=0 or fit=letterbox.");
        return null;
    }

    private static EquatableArray<double> Background(InlineKeys keys)
    {
        if (keys.Get("background") is not { } text)
            return default;
        if (InlineNumbers.Numbers(text) is { Length: 1 or 3 } levels && levels.All(level => level is >= 0 and <= 255 && level == Math.Floor(level)))
            return new(levels.Length == 1 ? Enumerable.Repeat(levels[0], 3) : levels);
        keys.Wrong($"background={XmlText.Plain(text, 60)} is no colour. Write red, green and blue from 0 to 255, as background=255,255,255.");
        return default;
    }

    private static double Rescale(InlineKeys keys)
    {
        if (keys.Get("rescale") is not { } text)
            return 1;
        if (InlineNumbers.Number(text) is { } factor && Float32.IsFactor(factor))
            return factor;
        keys.Wrong($"rescale={XmlText.Plain(text, 60)} is no factor. Write a number other than 0 that a float32 can hold, as rescale=1/255 or rescale=0.0078125.");
        return 1;
    }

    private static QuantizationStep? Quantization(InlineKeys keys)
    {
        if (keys.Get("quant") is not { } text)
            return null;
        if (InlineNumbers.Numbers(text) is { Length: 1 or 2 } numbers && Float32.IsFinite(numbers[0]) && (float)numbers[0] > 0
            && numbers.Skip(1).All(zero => zero is >= -128 and <= 255 && zero == Math.Floor(zero)))
        {
            return new QuantizationStep(numbers[0], numbers.Length == 2 ? (int)numbers[1] : 0);
        }
        keys.Wrong($"quant={XmlText.Plain(text, 60)} is no scale and zero point. Write what one step is worth, above 0, and the integer of 0 from -128 to 255: quant=0.0078125,128.");
        return null;
    }

    private static EquatableArray<double>? Numbers(InlineKeys keys, string key)
    {
        if (keys.Get(key) is not { } text)
            return null;
        if (InlineNumbers.Numbers(text) is { } numbers && numbers.All(Float32.IsFinite))
            return new(numbers);
        keys.Wrong($"{key}={XmlText.Plain(text, 60)} is no list of numbers. Write one for all channels, or one for each, as {key}=0.5 or {key}=0.485,0.456,0.406.");
        return null;
    }
}
