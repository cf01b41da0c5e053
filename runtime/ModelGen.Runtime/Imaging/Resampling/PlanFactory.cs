namespace ModelGen;

/// <summary>Chooses the engine that scales pictures.</summary>
internal static class PlanFactory
{
    /// <summary>The plan for pictures of a size and format.</summary>
    /// <exception cref="ArgumentException">The library that the steps follow does not take such pictures.</exception>
    internal static PicturePlan Build(ImageSteps steps, int width, int height, PixelFormat format)
    {
        ImageResize resize = steps.Resize;
        switch (resize.Arithmetic)
        {
            case ResizeArithmetic.ScikitImage or ResizeArithmetic.ScikitImageSmoothed:
                return FloatPlans.ScikitImage(steps, width, height, format);
            case ResizeArithmetic.TorchFloat or ResizeArithmetic.Torchvision or ResizeArithmetic.TorchFloatAliased:
                return FloatPlans.Torch(steps, width, height, format);
            case ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 when format.IsFloat() && resize.Filter == ResizeFilter.Bilinear:
                return FloatPlans.OpenCv(steps, width, height, format);
        }

        if (format.IsFloat() && resize.TargetOf(width, height) == (width, height)) return FloatPlans.OpenCv(steps, width, height, format);
        if (format.IsFloat())
        {
            throw new ArgumentException(
                $"{resize.Arithmetic} {resize.Filter} scales pictures of bytes, got {format}; make bytes of it first, or follow TorchFloat, ScikitImage or OpenCv Bilinear.", nameof(format));
        }

        return resize.Arithmetic switch
        {
            ResizeArithmetic.Pillow or ResizeArithmetic.TorchUint8 => new ResamplePlan(steps, width, height, format),
            ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 => OpenCvPlans.Build(steps, width, height, format),
            _ => throw new ArgumentException($"No engine follows {resize.Arithmetic}; use Pillow, TorchUint8 or OpenCv.", nameof(steps)),
        };
    }
}
