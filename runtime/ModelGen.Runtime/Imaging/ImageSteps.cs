namespace ModelGen;

/// <summary>The steps from a picture to a model's input tensor, in this order: colour, scale, crop, numbers, layout.</summary>
/// <remarks>
/// Plain data, equal when all steps are. <see cref="ImagePipeline"/> checks and carries them out:
/// <code>
/// new ImageSteps
/// {
///     Width = 224, Height = 224, Color = ImageColor.Rgb, Layout = ImageLayout.Chw,
///     Resize = ImageResize.ShorterSide(256, ResizeFilter.Bicubic), CenterCrop = true,
///     Rescale = 1.0 / 255, Mean = [0.485, 0.456, 0.406], Std = [0.229, 0.224, 0.225],
/// }
/// </code>
/// </remarks>
public sealed record ImageSteps
{
    /// <summary>The tensor's width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The tensor's height in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>The tensor's channels.</summary>
    public required ImageColor Color { get; init; }

    /// <summary>The order of the tensor's axes.</summary>
    public required ImageLayout Layout { get; init; }

    /// <summary>How the picture is scaled first; not at all unless set.</summary>
    public ImageResize Resize { get; init; }

    /// <summary>Whether the tensor is the centre of the scaled picture; where that is smaller, pixels of value 0 fill the rest.</summary>
    public bool CenterCrop { get; init; }

    /// <summary>Where the crop starts when an odd number of pixels is cut.</summary>
    public CropRounding CropRounding { get; init; }

    /// <summary>
    /// What surrounds a picture that is smaller than the tensor after scaling; null when it must fill it, or is cropped. Padding and
    /// <see cref="CenterCrop"/> exclude each other.
    /// </summary>
    public ImagePadding? Padding { get; init; }

    /// <summary>What shines through transparent pixels: red, green and blue, 0 to 255 (one number is gray). Empty: alpha is dropped.</summary>
    public ChannelValues Background { get; init; }

    /// <summary>What each byte is multiplied by; 1.0 / 255 maps to 0…1.</summary>
    public double Rescale { get; init; } = 1;

    /// <summary>What is subtracted after rescaling, by channel of the tensor; nothing when empty.</summary>
    public ChannelValues Mean { get; init; }

    /// <summary>What the difference is divided by, by channel of the tensor; nothing when empty.</summary>
    public ChannelValues Std { get; init; }

    /// <summary>
    /// Whether the result is divided by <see cref="Std"/> a second time: the <c>include_top</c> of Hugging Face's EfficientNet, whose weights were trained so.
    /// </summary>
    public bool DividesTwice { get; init; }

    /// <summary>How numbers become integers, when the tensor holds any; null for tensors of floats, and for bytes that are taken as they are.</summary>
    public ImageQuantization? Quantization { get; init; }

    /// <summary>Where the numbers are rounded.</summary>
    public NumberRule NumberRule { get; init; }

    /// <summary>Channels of the tensor: 1, 3 or 4.</summary>
    public int Channels => Color switch { ImageColor.Gray => 1, ImageColor.Rgba => 4, _ => 3 };

    /// <summary>Numbers in the tensor: channels × height × width.</summary>
    public int Length => checked(Channels * Height * Width);

    /// <summary>The steps in words, on one line.</summary>
    public string Describe() => ImageStepsText.Describe(this);

    /// <inheritdoc cref="Describe"/>
    public override string ToString() => Describe();
}
