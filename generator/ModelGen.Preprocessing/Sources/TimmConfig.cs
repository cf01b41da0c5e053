using Google.Protobuf.WellKnownTypes;
using ModelGen.Onnx;
using JsonValue = Google.Protobuf.WellKnownTypes.Value;

namespace ModelGen.Preprocessing;

/// <summary>Reads the <c>config.json</c> that timm writes, as <c>create_transform(**resolve_data_config(…))</c> runs it.</summary>
/// <remarks>Source: <c>timm/data/config.py</c> and <c>transforms_imagenet_eval</c> of <c>timm/data/transforms_factory.py</c>, timm 1.0.</remarks>
internal static class TimmConfig
{
    /// <summary>The file's usual name.</summary>
    internal const string FileName = "config.json";

    private static readonly string[] s_filters = ["nearest", "bilinear", "bicubic", "lanczos", "box", "hamming"];

    /// <summary>The part of a file that is timm's: <c>pretrained_cfg</c>, or all of it; null for files of others.</summary>
    internal static Struct? Settings(Struct json)
    {
        foreach (string key in new[] { "pretrained_cfg", "default_cfg" })
        {
            if (json.Fields.TryGetValue(key, out JsonValue? value) && value.KindCase == JsonValue.KindOneofCase.StructValue)
                return value.StructValue;
        }
        return json.Fields.TryGetValue("input_size", out JsonValue? size) && size.KindCase == JsonValue.KindOneofCase.ListValue && json.Fields.ContainsKey("interpolation")
            ? json
            : null;
    }

    /// <summary>The pipeline of these settings, or all reasons why there is none.</summary>
    internal static (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) Read(Struct settings, ImageInputShape input, string fileName)
    {
        var values = new ConfigValues(settings, fileName);
        (int Channels, PixelSize Size)? trained = InputSize(values, "input_size"), test = InputSize(values, "test_input_size");
        if (trained is null)
            values.Malformed("'input_size' is missing. Write channels, height and width, as [3, 224, 224].");
        // The larger size for tests is used where the model was exported with it.
        bool isTest = test is { } larger && larger.Size == new PixelSize(input.Width, input.Height) && trained?.Size != larger.Size;
        (int channels, PixelSize size) = (isTest ? test : trained) ?? (input.Channels, new PixelSize(1, 1));
        double part = (isTest ? values.Number("test_crop_pct") : null) ?? values.Number("crop_pct") ?? 0.875;
        if (part is not (> 0.01 and <= 1))
            values.Malformed("'crop_pct' should be the part of the picture to keep, above 0 and up to 1, as 0.875.");

        EquatableArray<double> mean = Numbers(values, "mean", channels), std = Numbers(values, "std", channels);
        PreprocessingSpec? spec = null;
        if (values.Problems.Count == 0)
        {
            spec = TimmSize.Apply(values, size, part, Filter(values), mean) with
            {
                Width = input.Width,
                Height = input.Height,
                Layout = input.Layout,
                Color = channels == 1 ? ImageColor.Gray : ImageColor.Rgb,
                CropRounding = CropRounding.HalfToEven,
                Rescale = 1d / 255,
                Mean = mean,
                Std = std,
                NumberRule = NumberRule.Torchvision,
            };
        }
        return SpecFit.Settle(spec, input, XmlText.Plain(fileName), values.Problems);
    }

    private static (int Channels, PixelSize Size)? InputSize(ConfigValues values, string key)
    {
        if (values.Find(key) is not { } value)
            return null;
        int?[] dims = value.KindCase == JsonValue.KindOneofCase.ListValue ? [.. value.ListValue.Values.Select(ConfigValues.Pixels)] : [];
        if (dims is [1 or 3, { } height, { } width])
            return (dims[0]!.Value, new PixelSize(width, height));
        values.Malformed($"'{key}' should be channels (1 or 3), height and width, as [3, 224, 224], but is {XmlText.Plain(JsonText.Of(value), 60)}.");
        return (3, new PixelSize(1, 1));
    }

    private static ImageFilter Filter(ConfigValues values)
    {
        string? name = values.Text("interpolation");
        int index = Array.IndexOf(s_filters, name);
        if (index >= 0)
            return InlineOptions.Filters.First(filter => filter.Word == name).Value;
        values.Malformed($"'interpolation' should be one of {string.Join(", ", s_filters)}, but is {(name is null ? "missing" : $"\"{XmlText.Plain(name, 60)}\"")}.");
        return ImageFilter.Nearest;
    }

    private static EquatableArray<double> Numbers(ConfigValues values, string key, int channels)
    {
        EquatableArray<double> list = values.Numbers(key) ?? default;
        if (list.Count == 0 && values.Find(key) is null)
            values.Malformed($"'{key}' is missing. Write a number a channel.");
        else if (list.Count != 0 && list.Count != 1 && list.Count != channels)
            values.Malformed(FormattableString.Invariant($"'{key}' should have a number for each of {channels} channels, but has {list.Count}."));
        else if (key == "std" && list.Any(Float32.IsZero))
            values.Malformed("'std' has a 0, which nothing can be divided by.");
        return list.Count == 1 ? new(Enumerable.Repeat(list[0], channels)) : list;
    }
}
