namespace ModelGen.Preprocessing;

/// <summary>Which filters each library has; the runtime refuses any other.</summary>
internal static class FilterChoice
{
    private static readonly ImageFilter[] s_pillow =
        [ImageFilter.Nearest, ImageFilter.Lanczos, ImageFilter.Bilinear, ImageFilter.Bicubic, ImageFilter.Box, ImageFilter.Hamming];

    private static readonly ImageFilter[] s_openCv =
    [
        ImageFilter.Nearest, ImageFilter.NearestExact, ImageFilter.Bilinear, ImageFilter.BilinearExact, ImageFilter.Area, ImageFilter.Bicubic, ImageFilter.Lanczos,
    ];

    private static readonly ImageFilter[] s_aliased = [ImageFilter.Bilinear];
    private static readonly ImageFilter[] s_torch = [ImageFilter.Bilinear, ImageFilter.Bicubic];
    private static readonly ImageFilter[] s_scikitImage = [ImageFilter.Nearest, ImageFilter.Bilinear];

    /// <summary>The filters of a library.</summary>
    internal static ImageFilter[] Of(ResizeArithmetic arithmetic) => arithmetic switch
    {
        ResizeArithmetic.Pillow => s_pillow,
        ResizeArithmetic.TorchUint8Aliased or ResizeArithmetic.TorchFloatAliased => s_aliased,
        ResizeArithmetic.TorchUint8 or ResizeArithmetic.Torchvision or ResizeArithmetic.TorchFloat => s_torch,
        ResizeArithmetic.ScikitImage or ResizeArithmetic.ScikitImageSmoothed => s_scikitImage,
        _ => s_openCv,
    };
}
