namespace ModelGen;

/// <summary>What surrounds a picture that is smaller than the tensor.</summary>
public readonly record struct ImagePadding
{
    /// <summary>Where the picture lies.</summary>
    public ImageAnchor Anchor { get; private init; }

    /// <summary>The byte of the pixels around it, for all channels; they are normalised as the picture's are.</summary>
    public byte Level { get; private init; }

    /// <summary>The number around it, after normalising, in place of <see cref="Level"/>; null when that counts.</summary>
    public float? Number { get; private init; }

    /// <summary>Pads with pixels of one byte; YOLO's letterbox has 114 around the centre.</summary>
    public static ImagePadding WithLevel(byte level, ImageAnchor anchor = ImageAnchor.Centre) => new() { Level = level, Anchor = anchor };

    /// <summary>Pads the normalised tensor with one number, which need not be a pixel's; text recognition has 0 behind the picture.</summary>
    public static ImagePadding WithNumber(float number, ImageAnchor anchor = ImageAnchor.Centre) => new() { Number = number, Anchor = anchor };
}
