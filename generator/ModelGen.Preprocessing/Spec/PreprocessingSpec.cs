using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>How a picture becomes a model's input: resize, crop or pad, rescale, normalise, in this order. It mirrors the runtime's <c>ImageSteps</c>.</summary>
/// <remarks>Equality contract: plain values; the generator caches it.</remarks>
internal sealed record PreprocessingSpec
{
    /// <summary>The tensor's width in pixels; 0 when it follows from the picture.</summary>
    public required int Width { get; init; }

    /// <summary>The tensor's height in pixels; 0 when it follows from the picture.</summary>
    public required int Height { get; init; }

    /// <summary>The tensor's channels.</summary>
    public required ImageColor Color { get; init; }

    /// <summary>Where the channels are.</summary>
    public required ImageLayout Layout { get; init; }

    /// <summary>The first step.</summary>
    public ResizeStep Resize { get; init; } = ResizeStep.None;

    /// <summary>The size that is cut out of the middle after the resize; null when nothing is cut.</summary>
    public PixelSize? CenterCrop { get; init; }

    /// <summary>Where the cut begins when an odd number of pixels goes.</summary>
    public CropRounding CropRounding { get; init; } = CropRounding.Down;

    /// <summary>What surrounds a picture that is smaller than the tensor; null when none may be.</summary>
    public PaddingStep? Padding { get; init; }

    /// <summary>What shines through transparent pixels, red, green and blue; empty when alpha is dropped.</summary>
    public EquatableArray<double> Background { get; init; }

    /// <summary>What the levels 0…255 are multiplied with; 1 when nothing is.</summary>
    public double Rescale { get; init; } = 1;

    /// <summary>What is subtracted after that: one value a channel, in the order of <see cref="Color"/>; zeros when nothing is.</summary>
    public required EquatableArray<double> Mean { get; init; }

    /// <summary>What is divided by last: one value a channel, in the order of <see cref="Color"/>, never 0; ones when nothing is.</summary>
    public required EquatableArray<double> Std { get; init; }

    /// <summary>Whether <see cref="Std"/> divides a second time.</summary>
    public bool DividesTwice { get; init; }

    /// <summary>How numbers become integers; null for floats, and for levels that are taken as they are.</summary>
    public QuantizationStep? Quantization { get; init; }

    /// <summary>How the numbers are rounded on the way.</summary>
    public NumberRule NumberRule { get; init; } = NumberRule.HuggingFace;

    /// <summary>All of it in words, for comments and docs.</summary>
    internal string Words => PreprocessingWords.Describe(this);

    /// <summary>The same steps; where no model says the tensor's size, they say it themselves, if they can.</summary>
    internal PreprocessingSpec Settled()
    {
        if (Width != 0)
            return this;
        PixelSize? size = (Resize.Kind, CenterCrop, Padding) switch
        {
            (_, { } crop, _) => crop,
            (ResizeKind.To, _, _) => new PixelSize(Resize.Width, Resize.Height),
            // A letterbox is as large as its box.
            (ResizeKind.Within or ResizeKind.ToHeight, _, not null) => new PixelSize(Resize.Width, Resize.Height),
            (ResizeKind.LongerSide, _, not null) => new PixelSize(Resize.Width, Resize.Width),
            _ => null,
        };
        return size is { } known ? this with { Width = known.Width, Height = known.Height } : this;
    }
}
