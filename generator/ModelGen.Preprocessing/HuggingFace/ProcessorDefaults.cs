using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>What an image processor of Hugging Face does where its file says nothing. Null: the file must say it.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record ProcessorDefaults
{
    /// <summary>The class's name without <c>ImageProcessor</c> and what may follow it; empty for a file that names none.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the class's steps are known, so that further keys of its file can't mean further steps.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>Whether the class's Fast sister does the same steps, with torch's arithmetic.</summary>
    public bool IsFastKnown { get; init; }

    /// <summary><c>do_resize</c>.</summary>
    public bool? DoResize { get; init; } = true;

    /// <summary><c>size</c>.</summary>
    public SizeValue? Size { get; init; }

    /// <summary>What a plain number as <c>size</c> means: a square, the shorter side, or null for unknown.</summary>
    public ResizeKind? PlainSize { get; init; } = ResizeKind.To;

    /// <summary><c>resample</c>.</summary>
    public ImageFilter? Resample { get; init; }

    /// <summary><c>do_center_crop</c>.</summary>
    public bool? DoCenterCrop { get; init; } = false;

    /// <summary><c>crop_size</c>.</summary>
    public PixelSize? CropSize { get; init; }

    /// <summary><c>do_rescale</c>; its factor is 1/255 everywhere.</summary>
    public bool? DoRescale { get; init; } = true;

    /// <summary><c>do_normalize</c>.</summary>
    public bool? DoNormalize { get; init; } = true;

    /// <summary><c>image_mean</c>.</summary>
    public EquatableArray<double>? Mean { get; init; }

    /// <summary><c>image_std</c>.</summary>
    public EquatableArray<double>? Std { get; init; }

    /// <summary><c>do_convert_rgb</c>.</summary>
    public bool DoConvertRgb { get; init; }

    /// <summary><c>do_flip_channel_order</c>.</summary>
    public bool DoFlipChannelOrder { get; init; }

    /// <summary>Which sizes that depend on the picture it has.</summary>
    public SizeRules Rules { get; init; }

    /// <summary><c>do_pad</c>: below and to the right, with 0 after normalising. Null for classes that don't pad in a way known here.</summary>
    public bool? DoPad { get; init; }

    /// <summary><c>pad_size</c>.</summary>
    public PixelSize? PadSize { get; init; }

    /// <summary><c>crop_pct</c> of a class that resizes larger by it.</summary>
    public double? CropPart { get; init; }
}
