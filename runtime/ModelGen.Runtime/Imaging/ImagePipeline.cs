using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>Turns pictures into a model's input tensor: resampling, crop, normalisation and layout in one pass over the source.</summary>
/// <remarks>
/// <para>The numbers are those of the library that <see cref="ImageSteps"/> names, bit for bit.</para>
/// <para>Immutable and safe to use from several threads. After the first picture of a size, further ones of it allocate nothing.</para>
/// </remarks>
public sealed partial class ImagePipeline
{
    private readonly PlanCache _plans = new();
    private readonly ScratchPool _scratch = new();
    private readonly TensorWriters _writers;
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
        _writers = new TensorWriters(steps, path);
    }

    /// <summary>What the pipeline does.</summary>
    public ImageSteps Steps { get; }

    /// <summary>Whether numbers are computed by vectors; if not, they come from tables.</summary>
    internal bool ComputesNumbers => _writers.Floats.HasFormula;

    /// <summary>Writes the tensor of a picture.</summary>
    /// <param name="image">The picture, of any size that the steps allow.</param>
    /// <param name="destination">Exactly <see cref="ImageSteps.Length"/> numbers: channels × height × width in the layout of the steps.</param>
    /// <exception cref="ArgumentException">The destination has another length, or the picture is empty or of a format that the steps don't take.</exception>
    /// <exception cref="ImageSizeException">The picture, after scaling, has not the tensor's size, and the steps neither crop nor pad.</exception>
    public void Write(ImageView image, Span<float> destination) => Write<float>(image, destination);

    /// <summary>Writes the tensor of a picture in half precision; each number is the float32 one, rounded half to even.</summary>
    /// <inheritdoc cref="Write(ImageView, Span{float})"/>
    public void Write(ImageView image, Span<Half> destination) => Write<Half>(image, destination);

    /// <summary>
    /// Writes the tensor of a picture in bytes: each number by <see cref="ImageSteps.Quantization"/>, or as it is, rounded half to even; clipped to 0…255.
    /// </summary>
    /// <inheritdoc cref="Write(ImageView, Span{float})"/>
    public void Write(ImageView image, Span<byte> destination) => Write<byte>(image, destination);

    /// <summary>
    /// Writes the tensor of a picture in signed bytes: each number by <see cref="ImageSteps.Quantization"/>, or as it is, rounded half to even; clipped
    /// to −128…127.
    /// </summary>
    /// <inheritdoc cref="Write(ImageView, Span{float})"/>
    public void Write(ImageView image, Span<sbyte> destination) => Write<sbyte>(image, destination);

    private unsafe void Write<T>(ImageView image, Span<T> destination)
        where T : unmanaged
    {
        ImageSize.Check(image.Width, image.Height, nameof(image));
        if (destination.Length != Steps.Length)
        {
            throw new ArgumentException(
                $"Expected room for exactly {Steps.Channels} × {Steps.Height} × {Steps.Width} = {Steps.Length} numbers, got {destination.Length}.",
                nameof(destination));
        }

        if (MemoryMarshal.AsBytes(destination).Overlaps(image.Pixels))
            throw new ArgumentException("Expected the tensor and the picture to lie apart in memory, but they overlap; copy the picture first.", nameof(destination));

        PicturePlan plan = _plans.Get(Steps, image.Width, image.Height, image.Format);
        byte[] buffer = _scratch.Rent(plan.ScratchLength);
        fixed (byte* pixels = image.Pixels, scratch = buffer)
        fixed (T* tensor = destination)
        {
            plan.Run(new PictureRun(_path, _writers.Of<T>(), pixels, image.Pixels.Length, image.Stride, scratch, tensor));
        }

        _scratch.Return(buffer);
    }
}
