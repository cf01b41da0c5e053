using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Turns one processor's values, and its class's defaults, into a pipeline.</summary>
internal sealed class ProcessorReader(ConfigValues values, ProcessorDefaults processor, string? typeName)
{
    // 1/255 as every class has it; in JSON it reads 0.00392156862745098.
    private const double DefaultFactor = 1d / 255;

    private bool IsFast => typeName?.EndsWith("Fast", StringComparison.Ordinal) == true;

    /// <summary>The pipeline; null, or not to be trusted, when <see cref="ConfigValues.Problems"/> has any.</summary>
    internal PreprocessingSpec? Read(ImageInputShape input)
    {
        bool resizes = Step("do_resize", processor.DoResize, "size");
        bool crops = Step("do_center_crop", processor.DoCenterCrop, "crop_size");
        bool rescales = Step("do_rescale", processor.DoRescale, "rescale_factor");
        bool normalizes = Step("do_normalize", processor.DoNormalize, "image_mean", "image_std");
        UnsupportedSteps.Note(values, processor, resizes);
        NoteDivisor(input);

        SizeValue? size = resizes ? Needed("size", ConfigSizes.Size(values, processor.PlainSize) ?? Unless("size", processor.Size)) : null;
        ImageFilter? filter = resizes ? Needed("resample", Filter() ?? Unless("resample", processor.Resample)) : null;
        PixelSize? crop = crops ? Needed("crop_size", ConfigSizes.CropSize(values) ?? Unless("crop_size", processor.CropSize)) : null;
        if (processor.Name == ConvNextSize.ProcessorName && size is { } shorter)
            (size, crop) = ConvNext(shorter, crops);
        if (processor.Name == "Levit" && size is { Kind: ResizeKind.ShorterSide } levit)
            // LevitImageProcessor.resize, transformers 4.57: int((256 / 224) * shortest_edge).
            size = SizeValue.ShorterSide((int)(256d / 224 * levit.Width));
        if (IsFast)
            FastSteps.Note(values, processor, typeName!, filter, size, crop, rescalesOnly: rescales && !normalizes);

        return new PreprocessingSpec
        {
            Width = input.Width,
            Height = input.Height,
            Layout = input.Layout,
            Color = Color(input),
            Resize = size is { } to && filter is { } with ? new ResizeStep(to.Kind, to.Width, to.Height, with) : ResizeStep.None,
            Arithmetic = IsFast ? ResizeArithmetic.TorchUint8 : ResizeArithmetic.Pillow,
            CenterCrop = crop,
            CropRounding = CropRoundingOf(),
            Rescale = rescales ? Factor() : 1,
            Mean = Channels("image_mean", normalizes ? processor.Mean : null, normalizes, input.Channels, 0),
            Std = Channels("image_std", normalizes ? processor.Std : null, normalizes, input.Channels, 1),
            NumberRule = IsFast ? NumberRule.HuggingFaceFast : NumberRule.HuggingFace,
        };
    }

    /// <summary>Whether a step is done. Where neither the file nor the class says so, the step's own values must not be there either.</summary>
    private bool Step(string key, bool? byDefault, params string[] operands)
    {
        if (values.Flag(key) is { } stated)
            return stated;
        if (values.Find(key) is not null || (processor.IsKnown && byDefault is not null))
            return byDefault ?? false;
        string? operand = operands.FirstOrDefault(o => values.Find(o) is not null);
        if (byDefault is null)
            values.Malformed($"'{key}' is missing, and {(processor.IsKnown ? $"releases of {typeName} differ in" : $"nothing is known of {XmlText.Plain(typeName ?? "")}:")} what it does without. Write \"{key}\": true or false.");
        else if (operand is not null)
            values.Malformed($"'{operand}' is there, but not '{key}'. Write \"{key}\": true or false.");
        return byDefault ?? false;
    }

    /// <summary>ConvNextImageProcessorFast crops with torchvision (transformers 4.57); all others round down.</summary>
    private CropRounding CropRoundingOf() =>
        IsFast && processor.Name == ConvNextSize.ProcessorName ? CropRounding.HalfToEven : CropRounding.Down;

    /// <summary>A divisor asks for nothing where the model's size is a multiple already.</summary>
    private void NoteDivisor(ImageInputShape input)
    {
        if (values.Number("size_divisor") is { } divisor and > 0 && (input.Width % divisor != 0 || input.Height % divisor != 0))
            values.Unsupported(FormattableString.Invariant($"'size_divisor' asks for sides that are multiples of {divisor}, but the input '{XmlText.Plain(input.Name)}' is fixed at {new PixelSize(input.Width, input.Height)}. Fix other sides with ModelGenShapes."));
    }

    private (SizeValue?, PixelSize?) ConvNext(SizeValue size, bool crops)
    {
        if (crops)
            values.Unsupported("the step 'do_center_crop' of ConvNextImageProcessor is not supported: releases differ in whether it is done at all. Set it to false; 'crop_pct' crops already.");
        return ConvNextSize.Apply(values, size) is { } sized ? sized : (null, null);
    }

    private ImageFilter? Filter() => values.Find("resample") switch
    {
        null => null,
        { NumberValue: >= 0 and <= 5 and var number, KindCase: Google.Protobuf.WellKnownTypes.Value.KindOneofCase.NumberValue } when number == Math.Floor(number)
            => (ImageFilter)(int)number,
        { } value => values.Wrong<ImageFilter?>("resample", "Pillow's number of a filter: 0 nearest, 1 lanczos, 2 bilinear, 3 bicubic, 4 box, 5 hamming", value),
    };

    private double Factor()
    {
        if (values.Number("rescale_factor") is not { } factor)
            return DefaultFactor;
        if (!Float32.IsFactor(factor))
            values.Malformed("'rescale_factor' is 0 or next to it, which leaves nothing of the picture. Usual is 0.00392156862745098, 1/255.");
        return factor;
    }

    private ImageColor Color(ImageInputShape input)
    {
        if (values.Flag("do_flip_channel_order") ?? processor.DoFlipChannelOrder)
            return ImageColor.Bgr;
        bool becomesRgb = values.Flag("do_convert_rgb") ?? processor.DoConvertRgb;
        return input.Channels == 1 && !becomesRgb ? ImageColor.Gray : ImageColor.Rgb;
    }

    /// <summary>One value a channel; the neutral one when nothing is normalised.</summary>
    private EquatableArray<double> Channels(string key, EquatableArray<double>? byDefault, bool normalizes, int channels, double neutral)
    {
        if (!normalizes)
            return new(Enumerable.Repeat(neutral, channels));
        EquatableArray<double>? stated = values.Numbers(key);
        if (stated is null && values.Find(key) is not null)
            return default;
        if ((stated ?? byDefault) is not { } list)
        {
            values.Malformed($"'{key}' is missing, and do_normalize is true. Write a number a channel.");
            return default;
        }
        if (list.Count != 1 && list.Count != channels)
            values.Malformed(FormattableString.Invariant($"'{key}' should have one number, or one for each of the input's {channels} channels, but has {list.Count}."));
        else if (neutral == 1 && list.Any(Float32.IsZero))
            values.Malformed($"'{key}' has a 0, which nothing can be divided by.");
        return list.Count == 1 ? new(Enumerable.Repeat(list[0], channels)) : list;
    }

    /// <summary>The class's default, but not in place of a value that is there and wrong.</summary>
    private T? Unless<T>(string key, T? byDefault) where T : struct => values.Find(key) is null ? byDefault : null;

    private T? Needed<T>(string key, T? value) where T : struct
    {
        if (value is null && values.Find(key) is null)
            values.Malformed($"'{key}' is missing{(processor.IsKnown ? $", and releases of {XmlText.Plain(typeName ?? "")} differ in what it is without" : "")}. Write it.");
        return value;
    }
}
