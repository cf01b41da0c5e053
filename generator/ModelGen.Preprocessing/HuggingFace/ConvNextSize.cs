namespace ModelGen.Preprocessing;

/// <summary>ConvNeXT's own rule for sizes: below 384 it resizes larger and crops, from 384 on it resizes to the square.</summary>
/// <remarks>Source: <c>ConvNextImageProcessor.resize</c> in transformers 4.57.</remarks>
internal static class ConvNextSize
{
    /// <summary>The class's name without <c>ImageProcessor</c>.</summary>
    internal const string ProcessorName = "ConvNext";

    private const int SmallestWithoutCrop = 384;
    private const double DefaultCropPart = 224d / 256;

    /// <summary>The resize, and the crop that goes with it, for a shorter side.</summary>
    internal static (SizeValue Size, PixelSize? Crop)? Apply(ConfigValues values, SizeValue size)
    {
        if (size.Kind != ResizeKind.ShorterSide)
        {
            values.Malformed("'size' should be {\"shortest_edge\": 224}: ConvNextImageProcessor takes nothing else.");
            return null;
        }
        if (size.Width >= SmallestWithoutCrop)
            return (SizeValue.Square(size.Width), null);
        double part = values.Number("crop_pct") ?? DefaultCropPart;
        if (part is not (> 0.01 and <= 1))
        {
            values.Malformed("'crop_pct' should be the part of the picture to keep, above 0 and up to 1, as 0.875.");
            return null;
        }
        return (SizeValue.ShorterSide((int)(size.Width / part)), new PixelSize(size.Width, size.Width));
    }

    /// <summary>PoolFormer's resize, larger by <c>crop_pct</c> than the side that is cut out: <c>int(size / crop_pct)</c> for squares and shorter sides.</summary>
    /// <remarks>Source: <c>PoolFormerImageProcessor.resize</c> in transformers 4.57.</remarks>
    internal static SizeValue? Enlarged(ConfigValues values, SizeValue size, double byDefault)
    {
        double part = values.Number("crop_pct") ?? byDefault;
        if (part is not (> 0.01 and <= 1))
        {
            values.Malformed("'crop_pct' should be the part of the picture to keep, above 0 and up to 1, as 0.9.");
            return null;
        }
        if (size.Kind == ResizeKind.ShorterSide || size.Width == size.Height)
            return SizeValue.ShorterSide((int)(size.Width / part));
        values.Unsupported("the resize by 'crop_pct' of PoolFormerImageProcessor is supported for squares and shorter sides only. Give {\"shortest_edge\": 224}.");
        return null;
    }
}
