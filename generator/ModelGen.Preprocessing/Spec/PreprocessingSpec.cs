using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>How a picture becomes a model's input: resize, centre crop, rescale, normalise, in this order. It mirrors the runtime's <c>ImageSteps</c>.</summary>
/// <remarks>Equality contract: plain values; the generator caches it.</remarks>
internal sealed record PreprocessingSpec
{
    /// <summary>The tensor's width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The tensor's height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The tensor's channels.</summary>
    public required ImageColor Color { get; init; }

    /// <summary>Where the channels are.</summary>
    public required ImageLayout Layout { get; init; }

    /// <summary>The first step.</summary>
    public ResizeStep Resize { get; init; } = ResizeStep.None;

    /// <summary>Which of the resize's passes comes first.</summary>
    public PassOrder PassOrder { get; init; } = PassOrder.Pillow13;

    /// <summary>Whose arithmetic the resize follows.</summary>
    public ResizeArithmetic Arithmetic { get; init; } = ResizeArithmetic.Pillow;

    /// <summary>The size that is cut out of the middle after the resize; null when nothing is cut.</summary>
    public PixelSize? CenterCrop { get; init; }

    /// <summary>Where the cut begins when an odd number of pixels goes.</summary>
    public CropRounding CropRounding { get; init; } = CropRounding.Down;

    /// <summary>What the levels 0…255 are multiplied with; 1 when nothing is.</summary>
    public double Rescale { get; init; } = 1;

    /// <summary>What is subtracted after that: one value a channel, in the order of <see cref="Color"/>; zeros when nothing is.</summary>
    public required EquatableArray<double> Mean { get; init; }

    /// <summary>What is divided by last: one value a channel, in the order of <see cref="Color"/>, never 0; ones when nothing is.</summary>
    public required EquatableArray<double> Std { get; init; }

    /// <summary>How the numbers are rounded on the way.</summary>
    public NumberRule NumberRule { get; init; } = NumberRule.HuggingFace;

    /// <summary>All of it in words, for comments and docs.</summary>
    internal string Words => PreprocessingWords.Describe(this);
}
