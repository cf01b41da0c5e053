namespace ModelGen.Preprocessing;

/// <summary>The order of an image tensor's last three dims. The names are those of the runtime's enum.</summary>
internal enum ImageLayout
{
    /// <summary>Channels, height, width: as torch has it.</summary>
    Chw,

    /// <summary>Height, width, channels: as Keras has it.</summary>
    Hwc,
}
