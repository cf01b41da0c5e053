namespace ModelGen;

/// <summary>A plan of either precision; see <see cref="FloatPlan{T}"/>.</summary>
/// <param name="width">Width of the source picture.</param>
/// <param name="height">Height of the source picture.</param>
internal abstract unsafe class FloatPlan(int width, int height)
{
    /// <summary>Width of the source picture.</summary>
    internal int Width => width;

    /// <summary>Height of the source picture.</summary>
    internal int Height => height;

    /// <summary>Bytes that a run works in.</summary>
    internal abstract long ScratchLength { get; }

    /// <summary>Writes the tensor of a picture of this plan's size.</summary>
    internal abstract void Run(ImageView image, byte* pixels, byte* scratch, TensorWriter writer, void* tensor);

    /// <summary>The plan for a picture's size.</summary>
    /// <exception cref="ImageSizeException">The scaled picture has not the tensor's size.</exception>
    internal static FloatPlan Build(ImageSteps steps, int width, int height)
    {
        ImageResize resize = steps.Resize;
        (int scaledWidth, int scaledHeight) = resize.TargetOf(width, height);
        (AxisSpan across, AxisSpan down) = TensorPlacement.Of(steps, width, height, scaledWidth, scaledHeight);
        switch (resize.Arithmetic)
        {
            case ResizeArithmetic.ScikitImage or ResizeArithmetic.ScikitImageSmoothed:
                bool smoothed = resize.Arithmetic == ResizeArithmetic.ScikitImageSmoothed;
                return new FloatPlan<double>(steps, width, height,
                    ScikitImageAxis.Of(resize.Filter, smoothed, width, scaledWidth, across), ScikitImageAxis.Of(resize.Filter, smoothed, height, scaledHeight, down));
            case ResizeArithmetic.TorchFloatAliased:
                return new FloatPlan<float>(steps, width, height, TorchAxis.Aliased(width, scaledWidth, across), TorchAxis.Aliased(height, scaledHeight, down));
            case ResizeArithmetic.TorchFloat or ResizeArithmetic.Torchvision:
                return new FloatPlan<float>(steps, width, height,
                    TorchAxis.Antialiased(resize.Filter, width, scaledWidth, across), TorchAxis.Antialiased(resize.Filter, height, scaledHeight, down));
            default:
                return new FloatPlan<float>(steps, width, height,
                    OpenCvFloatAxis.Of(width, scaledWidth, across, isVertical: false), OpenCvFloatAxis.Of(height, scaledHeight, down, isVertical: true));
        }
    }
}
