namespace ModelGen.Preprocessing;

/// <summary>Turns one processor's values, and its class's defaults, into a pipeline.</summary>
internal sealed class ProcessorReader(ConfigValues values, ProcessorDefaults processor, string? typeName)
{
    private bool IsFast => typeName?.EndsWith("Fast", StringComparison.Ordinal) == true;

    /// <summary>The pipeline; null, or not to be trusted, when <see cref="ConfigValues.Problems"/> has any.</summary>
    internal PreprocessingSpec? Read(ImageInputShape input)
    {
        bool resizes = Step("do_resize", processor.DoResize, "size");
        bool crops = Step("do_center_crop", processor.DoCenterCrop, "crop_size");
        bool rescales = Step("do_rescale", processor.DoRescale, "rescale_factor");
        bool normalizes = Step("do_normalize", processor.DoNormalize, "image_mean", "image_std");
        UnsupportedSteps.Note(values, processor, resizes);
        if (typeName is not null && ImpossibleProcessors.Why(KnownProcessors.Stem(typeName)) is { } why)
            values.Unsupported($"the steps of {XmlText.Plain(typeName)} are not supported: {why}. Prepare the tensor yourself and set ModelGenPreprocess=\"none\".");
        NoteDivisor(input);

        SizeValue? size = resizes ? Needed("size", ConfigSizes.Size(values, processor) ?? Unless("size", processor.Size)) : null;
        ImageFilter? filter = resizes ? Needed("resample", Filter() ?? Unless("resample", processor.Resample)) : null;
        PixelSize? crop = crops ? Needed("crop_size", ConfigSizes.CropSize(values) ?? Unless("crop_size", processor.CropSize)) : null;
        if (processor.Name == ConvNextSize.ProcessorName && size is { } shorter)
            (size, crop) = ConvNext(shorter, crops);
        if (processor.CropPart is { } part && size is { } toCrop)
            size = ConvNextSize.Enlarged(values, toCrop, part);
        if (processor.Name == "Levit" && size is { Kind: ResizeKind.ShorterSide } levit)
            // LevitImageProcessor.resize, transformers 4.57: int((256 / 224) * shortest_edge).
            size = SizeValue.ShorterSide((int)(256d / 224 * levit.Width));
        if (IsFast)
            FastSteps.Note(values, processor, typeName!, filter, size, crop);

        ResizeStep resize = size is { } to && filter is { } with ? Resize(to, with, input) : ResizeStep.None;
        (PaddingStep? padding, PixelSize? canvas) = Padding(resize, input);
        ProcessorNumbers numbers = new(values, processor, IsFast, rescales, normalizes, input.Channels);
        return new PreprocessingSpec
        {
            Width = input.IsSizeKnown ? input.Width : canvas?.Width ?? 0,
            Height = input.IsSizeKnown ? input.Height : canvas?.Height ?? 0,
            Layout = input.Layout,
            Color = Color(input),
            Resize = resize,
            CenterCrop = crop,
            CropRounding = CropRoundingOf(),
            Padding = padding,
            Rescale = numbers.Rescale(),
            Mean = numbers.Mean(),
            Std = numbers.Std(),
            DividesTwice = numbers.DividesTwice,
            NumberRule = numbers.Rule,
        };
    }

    private ResizeStep Resize(SizeValue size, ImageFilter filter, ImageInputShape input)
    {
        ResizeStep resize = ResizeStep.Of(size.Kind, size.Width, size.Height, filter) with
        {
            Arithmetic = IsFast ? ResizeArithmetic.TorchUint8 : ResizeArithmetic.Pillow,
            Rounding = size.Rounding,
        };
        return processor.Name == DptSize.ProcessorName ? DptSize.Apply(values, resize, input) : resize;
    }

    /// <summary>What surrounds the picture, and the size that gives, where the file states it.</summary>
    private (PaddingStep?, PixelSize?) Padding(ResizeStep resize, ImageInputShape input)
    {
        if (processor.DoPad is null || !(values.Flag("do_pad") ?? values.Flag("pad_and_return_pixel_mask") ?? processor.DoPad.Value))
            return (null, null);
        PixelSize? canvas = ConfigSizes.PadSize(values) ?? Unless("pad_size", processor.PadSize);
        if (canvas is { } stated && input.IsSizeKnown && stated != new PixelSize(input.Width, input.Height))
            values.Unsupported($"'pad_size' is {stated} (width×height), but the input '{XmlText.Plain(input.Name)}' takes {new PixelSize(input.Width, input.Height)}. Change 'pad_size', or fix the model's height and width to it with ModelGenShapes.");
        // Without a size, these classes pad to the largest picture of the batch: a single one stays as it is, and a model of one size has that.
        bool pads = canvas is not null || (input.IsSizeKnown && resize.Kind is not (ResizeKind.To or ResizeKind.None));
        return pads ? (PaddingStep.WithNumber(0, ImageAnchor.TopLeft), canvas) : (null, null);
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
        bool isOwnRule = processor.Name == DptSize.ProcessorName;
        if (!isOwnRule && input.IsSizeKnown && values.Number("size_divisor") is { } divisor and > 0 && (input.Width % divisor != 0 || input.Height % divisor != 0))
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
        // Fast classes take the filter by this name too, in words.
        null when values.Text("interpolation") is { } word => NamedFilter(word),
        null => null,
        { NumberValue: >= 0 and <= 5 and var number, KindCase: Google.Protobuf.WellKnownTypes.Value.KindOneofCase.NumberValue } when number == Math.Floor(number)
            => (ImageFilter)(int)number,
        { } value => values.Wrong<ImageFilter?>("resample", "Pillow's number of a filter: 0 nearest, 1 lanczos, 2 bilinear, 3 bicubic, 4 box, 5 hamming", value),
    };

    private ImageFilter? NamedFilter(string word)
    {
        foreach ((string name, ImageFilter filter) in InlineOptions.Filters)
        {
            if (name.Equals(word, StringComparison.OrdinalIgnoreCase) && FilterChoice.Of(ResizeArithmetic.Pillow).Contains(filter))
                return filter;
        }
        values.Malformed($"'interpolation' should be nearest, lanczos, bilinear, bicubic, box or hamming, but is \"{XmlText.Plain(word, 60)}\".");
        return null;
    }

    private ImageColor Color(ImageInputShape input)
    {
        if (values.Flag("do_flip_channel_order") ?? processor.DoFlipChannelOrder)
            return ImageColor.Bgr;
        bool becomesRgb = values.Flag("do_convert_rgb") ?? processor.DoConvertRgb;
        return input.Channels == 1 && !becomesRgb ? ImageColor.Gray : ImageColor.Rgb;
    }

    /// <summary>The class's default, but not in place of a value that is there and wrong.</summary>
    private T? Unless<T>(string key, T? byDefault) where T : struct => values.Find(key) is null ? byDefault : null;

    private T? Needed<T>(string key, T? value) where T : struct
    {
        if (value is null && values.Find(key) is null && (key != "resample" || values.Find("interpolation") is null))
            values.Malformed($"'{key}' is missing{(processor.IsKnown ? $", and releases of {XmlText.Plain(typeName ?? "")} differ in what it is without" : "")}. Write it.");
        return value;
    }
}
