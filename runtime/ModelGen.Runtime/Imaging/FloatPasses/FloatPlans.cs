namespace ModelGen;

/// <summary>The plans of the libraries that resample in floating point.</summary>
internal static class FloatPlans
{
    internal static PicturePlan ScikitImage(ImageSteps steps, int width, int height, PixelFormat format)
    {
        ResizeFilter filter = steps.Resize.Filter;
        bool smoothed = steps.Resize.Arithmetic == ResizeArithmetic.ScikitImageSmoothed;
        return new FloatPlan<double>(steps, width, height, format, (source, target, span, _) => ScikitImageAxis.Of(filter, smoothed, source, target, span));
    }

    internal static PicturePlan Torch(ImageSteps steps, int width, int height, PixelFormat format)
    {
        ResizeFilter filter = steps.Resize.Filter;
        bool aliased = steps.Resize.Arithmetic == ResizeArithmetic.TorchFloatAliased;
        return new FloatPlan<float>(steps, width, height, format, (source, target, span, _) =>
            aliased ? TorchAxis.Aliased(source, target, span) : TorchAxis.Antialiased(filter, source, target, span));
    }

    internal static PicturePlan OpenCv(ImageSteps steps, int width, int height, PixelFormat format) =>
        new FloatPlan<float>(steps, width, height, format, OpenCvFloatAxis.Of);
}
