using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>What a processor does to numbers: rescale, subtract, divide, and EfficientNet's two additions to that.</summary>
internal sealed class ProcessorNumbers(ConfigValues values, ProcessorDefaults processor, bool isFast, bool rescales, bool normalizes, int channels)
{
    // 1/255 as every class has it; in JSON it reads 0.00392156862745098.
    private const double DefaultFactor = 1d / 255;

    /// <summary><c>include_top</c> divides by the deviation after normalising, and so a second time.</summary>
    internal bool DividesTwice => IncludesTop && normalizes;

    /// <summary>How the numbers are rounded.</summary>
    internal NumberRule Rule => (isFast, rescales, normalizes) switch
    {
        (false, _, _) => NumberRule.HuggingFace,
        // BaseImageProcessorFast fuses the two; alone, the factor is multiplied with in float32.
        (true, true, false) => NumberRule.Factor,
        _ => NumberRule.HuggingFaceFast,
    };

    private bool IncludesTop => values.Flag("include_top") ?? false;

    /// <summary>What the levels are multiplied with.</summary>
    internal double Rescale()
    {
        if (!rescales)
            return 1;
        if (values.Number("rescale_factor") is not { } factor)
            return DefaultFactor;
        if (!Float32.IsFactor(factor))
            values.Malformed("'rescale_factor' is 0 or next to it, which leaves nothing of the picture. Usual is 0.00392156862745098, 1/255.");
        return factor;
    }

    /// <summary>What is subtracted, by channel.</summary>
    internal EquatableArray<double> Mean()
    {
        // EfficientNetImageProcessor.rescale, transformers 4.57: with rescale_offset 1 is subtracted after the factor.
        if (rescales && (values.Flag("rescale_offset") ?? false))
        {
            if (isFast || normalizes || IncludesTop)
                values.Unsupported("the step 'rescale_offset', which subtracts 1 after rescaling, is supported alone, not before a normalisation. If do_normalize and include_top are not meant, set them to false; otherwise write image_mean and image_std that do the same.");
            return new(Enumerable.Repeat(1d, channels));
        }
        return normalizes ? Channels("image_mean", processor.Mean, isDivisor: false) : new(Enumerable.Repeat(0d, channels));
    }

    /// <summary>What is divided by, by channel.</summary>
    internal EquatableArray<double> Std() =>
        normalizes || IncludesTop ? Channels("image_std", processor.Std, isDivisor: true) : new(Enumerable.Repeat(1d, channels));

    private EquatableArray<double> Channels(string key, EquatableArray<double>? byDefault, bool isDivisor)
    {
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
        else if (isDivisor && list.Any(Float32.IsZero))
            values.Malformed($"'{key}' has a 0, which nothing can be divided by.");
        return list.Count == 1 ? new(Enumerable.Repeat(list[0], channels)) : list;
    }
}
