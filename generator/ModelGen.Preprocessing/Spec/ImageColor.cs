namespace ModelGen.Preprocessing;

/// <summary>Which channels a model takes, in which order. The names are those of the runtime's enum.</summary>
internal enum ImageColor
{
    /// <summary>Red, green, blue.</summary>
    Rgb,

    /// <summary>Blue, green, red.</summary>
    Bgr,

    /// <summary>One channel of luminance.</summary>
    Gray,
}
