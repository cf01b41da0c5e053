namespace ModelGen;

/// <summary>Chooses the engine that scales pictures.</summary>
internal static class PlanFactory
{
    /// <summary>The plan for pictures of a size and format.</summary>
    /// <exception cref="ArgumentException">The library that the steps follow does not take such pictures.</exception>
    internal static PicturePlan Build(ImageSteps steps, int width, int height, PixelFormat format) => steps.Resize.Arithmetic switch
    {
        ResizeArithmetic.ScikitImage or ResizeArithmetic.ScikitImageSmoothed => FloatPlans.ScikitImage(steps, width, height, format),
        ResizeArithmetic.TorchFloat or ResizeArithmetic.TorchFloatAliased or ResizeArithmetic.Torchvision => FloatPlans.Torch(steps, width, height, format),
        _ when format.IsFloat() => OfFloats(steps, width, height, format),
        _ when steps.Color == ImageColor.Rgba => new AlphaPlan(steps, width, height, format),
        ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 => OpenCvPlans.Build(steps, width, height, format),
        _ => new ResamplePlan(steps, width, height, format),
    };

    // Of the libraries that scale bytes, OpenCV scales floats too. Others would only do for a picture that has its size already, and surprise with the next.
    private static PicturePlan OfFloats(ImageSteps steps, int width, int height, PixelFormat format)
    {
        ImageResize resize = steps.Resize;
        bool isOpenCv = resize is { Arithmetic: ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4, Filter: ResizeFilter.Bilinear };
        if (steps.Color != ImageColor.Rgba && (isOpenCv || resize.IsNone)) return FloatPlans.OpenCv(steps, width, height, format);
        throw new ArgumentException(
            $"{resize.Arithmetic} {resize.Filter} to {steps.Color} takes pictures of bytes, got {format}; make bytes of it first, or follow TorchFloat, " +
            "ScikitImage or OpenCv Bilinear.", nameof(format));
    }
}
