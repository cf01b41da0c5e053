namespace ModelGen;

/// <summary>How an image file is read: limits, and what to do with its orientation.</summary>
public sealed record ImageLoadOptions
{
    // Pillow's MAX_IMAGE_PIXELS: a quarter of a gibibyte at 24 bits a pixel. Image itself holds no more.
    private const long MostPixels = (1L << 30) / 2 / 3;

    /// <summary>Upright pictures of at most <see cref="MaxPixels"/> and <see cref="MaxBytes"/>.</summary>
    public static ImageLoadOptions Default { get; } = new();

    /// <summary>Leave rows and columns as stored and ignore what EXIF says about the camera's orientation. Default: false.</summary>
    public bool KeepOrientation { get; init; }

    /// <summary>
    /// The most pixels (width × height) that are decoded; a file that declares more is refused before memory is taken for it.
    /// 1 to 178,956,970, which is the default and what <see cref="Image"/> can hold (and where Pillow suspects a decompression bomb).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not 1 to 178,956,970.</exception>
    public long MaxPixels
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, MostPixels);
            field = value;
        }
    } = MostPixels;

    /// <summary>The most bytes that a file may have. Default: 1 GiB, enough for a 32-bit BMP of <see cref="MaxPixels"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long MaxBytes
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1L << 30;
}
