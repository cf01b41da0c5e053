namespace ModelGen.Preprocessing;

/// <summary>Where a centre crop begins when what is cut off is odd. The names are those of the runtime's enum.</summary>
internal enum CropRounding
{
    /// <summary>Hugging Face's: (W - w) / 2 rounded down.</summary>
    Down,

    /// <summary>torchvision's: (W - w) / 2 rounded half to even.</summary>
    HalfToEven,
}
