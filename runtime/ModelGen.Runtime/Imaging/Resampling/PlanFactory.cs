namespace ModelGen;

/// <summary>Chooses the engine that scales pictures.</summary>
internal static class PlanFactory
{
    /// <summary>The plan for pictures of a size and format.</summary>
    internal static PicturePlan Build(ImageSteps steps, int width, int height, PixelFormat format) => steps.Resize.Arithmetic switch
    {
        ResizeArithmetic.Pillow or ResizeArithmetic.TorchUint8 or ResizeArithmetic.TorchUint8Aliased => new ResamplePlan(steps, width, height, format),
        ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 => OpenCvPlans.Build(steps, width, height, format),
        _ => throw new ArgumentException($"No engine follows {steps.Resize.Arithmetic}; use Pillow, TorchUint8, TorchUint8Aliased or OpenCv.", nameof(steps)),
    };
}
