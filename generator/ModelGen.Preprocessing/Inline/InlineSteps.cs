using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>The steps of an item's <c>ModelGenPreprocess</c>, before they meet a model. Null: not said.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record InlineSteps
{
    private const string Source = "ModelGenPreprocess";

    /// <summary><c>resize=</c> and <c>filter=</c>.</summary>
    public ResizeStep Resize { get; init; } = ResizeStep.None;

    /// <summary><c>crop=</c>.</summary>
    public PixelSize? Crop { get; init; }

    /// <summary><c>rescale=</c>.</summary>
    public double Rescale { get; init; } = 1;

    /// <summary><c>mean=</c>: one value, or one a channel.</summary>
    public EquatableArray<double>? Mean { get; init; }

    /// <summary><c>std=</c>: one value, or one a channel; never 0.</summary>
    public EquatableArray<double>? Std { get; init; }

    /// <summary><c>channels=</c>.</summary>
    public ImageColor? Channels { get; init; }

    /// <summary><c>numbers=</c>.</summary>
    public NumberRule Numbers { get; init; } = NumberRule.HuggingFace;

    /// <summary><c>pad=</c>, <c>fill=</c>, <c>anchor=</c>.</summary>
    public PaddingStep? Padding { get; init; }

    /// <summary><c>background=</c>.</summary>
    public EquatableArray<double> Background { get; init; }

    /// <summary><c>divide=</c>.</summary>
    public bool DividesTwice { get; init; }

    /// <summary><c>quant=</c>.</summary>
    public QuantizationStep? Quantization { get; init; }

    /// <summary>The pipeline for one model's input, or all reasons why there is none.</summary>
    internal (PreprocessingSpec? Spec, EquatableArray<Problem> Problems) For(ImageInputShape input)
    {
        if (Resize.IsToInput && !input.IsSizeKnown)
        {
            return (null, new([new Problem(
                PreprocessingRules.PreprocessDoesNotFit, $"{Source} resizes to the model's own size, which nothing here says. Say which model, or its height and width.")]));
        }
        var spec = new PreprocessingSpec
        {
            Width = input.Width,
            Height = input.Height,
            Layout = input.Layout,
            Color = Channels ?? (input.Channels == 1 ? ImageColor.Gray : ImageColor.Rgb),
            Resize = Resize.IsToInput ? Resize.Sized(input.Width, input.Height) : Resize,
            CenterCrop = Crop,
            CropRounding = Numbers == NumberRule.Torchvision ? CropRounding.HalfToEven : CropRounding.Down,
            Padding = Padding,
            Background = Background,
            Rescale = Rescale,
            Mean = Expanded(Mean, input.Channels, 0),
            Std = Expanded(Std, input.Channels, 1),
            DividesTwice = DividesTwice,
            Quantization = Quantization,
            NumberRule = Numbers,
        };
        List<Problem> problems = [];
        foreach ((string key, EquatableArray<double> list) in new[] { ("mean", spec.Mean), ("std", spec.Std) })
        {
            if (list.Count != input.Channels)
            {
                problems.Add(new Problem(PreprocessingRules.PreprocessDoesNotFit, FormattableString.Invariant(
                    $"{Source} has {list.Count} numbers in {key}, but the input '{XmlText.Plain(input.Name)}' has {input.Channels} channel(s). Write one number for all channels, or one for each.")));
            }
        }
        return SpecFit.Settle(spec, input, Source, problems);
    }

    private static EquatableArray<double> Expanded(EquatableArray<double>? values, int channels, double neutral)
    {
        EquatableArray<double> list = values ?? new([neutral]);
        return list.Count == 1 ? new(Enumerable.Repeat(list[0], channels)) : list;
    }
}
