namespace ModelGen;

/// <summary>Which filters each library has.</summary>
internal static class ResizeFilters
{
    private static readonly ResizeFilter[] s_pillow =
        [ResizeFilter.Nearest, ResizeFilter.Box, ResizeFilter.Bilinear, ResizeFilter.Hamming, ResizeFilter.Bicubic, ResizeFilter.Lanczos];

    private static readonly ResizeFilter[] s_openCv =
    [
        ResizeFilter.Nearest, ResizeFilter.NearestExact, ResizeFilter.Bilinear, ResizeFilter.BilinearExact, ResizeFilter.Area, ResizeFilter.Bicubic,
        ResizeFilter.Lanczos,
    ];

    private static readonly ResizeFilter[] s_bilinear = [ResizeFilter.Bilinear];
    private static readonly ResizeFilter[] s_torch = [ResizeFilter.Bilinear, ResizeFilter.Bicubic];
    private static readonly ResizeFilter[] s_scikitImage = [ResizeFilter.Nearest, ResizeFilter.Bilinear];

    internal static ReadOnlySpan<ResizeFilter> Of(ResizeArithmetic arithmetic) => arithmetic switch
    {
        ResizeArithmetic.Pillow => s_pillow,
        ResizeArithmetic.TorchUint8Aliased or ResizeArithmetic.TorchFloatAliased => s_bilinear,
        ResizeArithmetic.TorchUint8 or ResizeArithmetic.Torchvision or ResizeArithmetic.TorchFloat => s_torch,
        ResizeArithmetic.ScikitImage or ResizeArithmetic.ScikitImageSmoothed => s_scikitImage,
        _ => s_openCv,
    };
}
