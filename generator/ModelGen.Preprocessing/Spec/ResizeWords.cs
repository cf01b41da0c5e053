namespace ModelGen.Preprocessing;

/// <summary>Says a resize in words: <c>shorter side to 256 (Pillow bicubic)</c>.</summary>
internal static class ResizeWords
{
    /// <summary>The rule, the library and the filter.</summary>
    internal static string Describe(ResizeStep resize) => $"{Rule(resize)}{Multiple(resize)} ({Of(resize)})";

    /// <summary>The library and the filter: <c>Pillow bicubic</c>.</summary>
    internal static string Of(ResizeStep resize) => $"{Library(resize)} {Filter(resize.Filter)}";

    /// <summary>A filter's name as the inline syntax writes it.</summary>
    internal static string Filter(ImageFilter filter) => filter switch
    {
        ImageFilter.NearestExact => "nearest-exact",
        ImageFilter.BilinearExact => "bilinear-exact",
        _ => filter.ToString().ToLowerInvariant(),
    };

    private static string Rule(ResizeStep resize) => resize.Kind switch
    {
        ResizeKind.ShorterSide when resize.Height != 0 => FormattableString.Invariant($"shorter side to {resize.Width}, longer at most {resize.Height}"),
        ResizeKind.ShorterSide => FormattableString.Invariant($"shorter side to {resize.Width}"),
        ResizeKind.LongerSide => FormattableString.Invariant($"longer side {(resize.OnlyShrinks ? "at most" : "to")} {resize.Width}"),
        ResizeKind.Within => $"{(resize.OnlyShrinks ? "shrunk to fit" : "scaled to fit")} {new PixelSize(resize.Width, resize.Height)}",
        ResizeKind.NearerScale => $"scaled towards {new PixelSize(resize.Width, resize.Height)} by one factor",
        ResizeKind.ToHeight => FormattableString.Invariant($"height to {resize.Height}, width at most {resize.Width}"),
        _ => $"scaled to {new PixelSize(resize.Width, resize.Height)}",
    };

    private static string Multiple(ResizeStep resize) => resize.MultipleOf > 1 ? FormattableString.Invariant($", sides multiples of {resize.MultipleOf}") : "";

    private static string Library(ResizeStep resize) => resize.Arithmetic switch
    {
        ResizeArithmetic.Pillow => resize.PassOrder == PassOrder.Pillow12 ? "Pillow 12" : "Pillow",
        ResizeArithmetic.TorchUint8 => "torch uint8",
        ResizeArithmetic.TorchUint8Aliased => "torch uint8 without antialias",
        ResizeArithmetic.Torchvision => "torchvision",
        ResizeArithmetic.TorchFloat => "torch float32",
        ResizeArithmetic.TorchFloatAliased => "torch float32 without antialias",
        ResizeArithmetic.OpenCv => "OpenCV",
        ResizeArithmetic.OpenCv4 => "OpenCV 4",
        ResizeArithmetic.ScikitImage => "scikit-image",
        _ => "scikit-image, smoothed,",
    };
}
