namespace ModelGen;

/// <summary>The order of an image tensor's axes.</summary>
public enum ImageLayout
{
    /// <summary>Channels, rows, columns: one plane after the other.</summary>
    Chw,

    /// <summary>Rows, columns, channels: interleaved, as Keras exports it.</summary>
    Hwc,
}
