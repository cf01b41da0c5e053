namespace ModelGen;

/// <summary>Turns pictures into a model's input tensor: resampling, crop, normalisation and layout in one pass over the source.</summary>
/// <remarks>
/// <para>The numbers are those of the library that <see cref="ImageSteps"/> names, bit for bit.</para>
/// <para>Immutable and safe to use from several threads. After the first picture of a size, further ones of it allocate nothing.</para>
/// </remarks>
public sealed class ImagePipeline
{
    private readonly PlanCache _plans = new();
    private readonly ScratchPool _scratch = new();
    private readonly TensorWriter _writer;
    private readonly VectorPath _path;

    /// <summary>Checks the steps and prepares what does not depend on the picture.</summary>
    /// <exception cref="ArgumentException">The steps contradict each other or the tensor; the message says how.</exception>
    public ImagePipeline(ImageSteps steps)
        : this(steps, VectorPaths.Best)
    {
    }

    internal ImagePipeline(ImageSteps steps, VectorPath path)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ImageStepsCheck.Check(steps);
        Steps = steps;
        _path = path;
        _writer = new TensorWriter(steps, path);
    }

    /// <summary>What the pipeline does.</summary>
    public ImageSteps Steps { get; }

    /// <summary>Whether numbers are computed by vectors; if not, they come from tables.</summary>
    internal bool ComputesNumbers => _writer.HasFormula;

    /// <summary>Writes the tensor of a picture.</summary>
    /// <param name="image">The picture, of any size that the steps allow. Alpha is dropped.</param>
    /// <param name="destination">Exactly <see cref="ImageSteps.Length"/> numbers: channels × height × width in the layout of the steps.</param>
    /// <exception cref="ArgumentException">The destination has another length, or the picture is empty.</exception>
    /// <exception cref="ImageSizeException">The picture, after scaling, has not the tensor's size, and the steps do not crop.</exception>
    public unsafe void Write(ImageView image, Span<float> destination)
    {
        ImageSize.Check(image.Width, image.Height, nameof(image));
        if (destination.Length != Steps.Length)
        {
            throw new ArgumentException(
                $"Expected room for exactly {Steps.Channels} × {Steps.Height} × {Steps.Width} = {Steps.Length} numbers, got {destination.Length}.",
                nameof(destination));
        }

        PicturePlan plan = _plans.Get(Steps, image.Width, image.Height, image.Format);
        byte[] buffer = _scratch.Rent(plan.ScratchLength);
        fixed (byte* pixels = image.Pixels, scratch = buffer)
        fixed (float* tensor = destination)
        {
            plan.Run(new PictureRun(_path, _writer, pixels, image.Pixels.Length, image.Stride, scratch, tensor));
        }

        _scratch.Return(buffer);
    }
}
