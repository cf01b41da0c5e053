extern alias runtime;

using System.Runtime.InteropServices;
using ModelGen.Onnx;
using ModelGen.Preprocessing;
using runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>The tensor that a model sees of one picture, with the batch of 1 in front.</summary>
/// <param name="Type">The elements' type.</param>
/// <param name="Shape">The dims, 1 first.</param>
/// <param name="Channels">How many channels there are.</param>
/// <param name="ChannelsLast">Whether the channels are the last dim.</param>
/// <param name="Data">The elements in C order.</param>
internal sealed record PreparedTensor(NpyType Type, long[] Shape, int Channels, bool ChannelsLast, byte[] Data)
{
    /// <summary>Decodes a picture and carries the steps out.</summary>
    /// <param name="spec">The steps.</param>
    /// <param name="element">What the tensor holds: float32, float16, uint8 or int8.</param>
    /// <param name="path">The picture's path.</param>
    /// <exception cref="UserFault">The picture can't be read, or does not fit the steps.</exception>
    internal static PreparedTensor Make(PreprocessingSpec spec, Onnx.ElementType element, string path)
    {
        if (!Image.TryLoad(path, out Image? image, out string? problem))
            throw new UserFault(problem.Contains(Path.GetFileName(path), StringComparison.Ordinal) ? Printable.Line(problem, 1000) : $"{Printable.Quote(path)} can't be read: {Printable.Line(problem, 1000)}");
        try
        {
            ImageSteps steps = StepsOf.Picture(spec, image.Width, image.Height);
            NpyType type = Tensors.Npy(element)!.Value;
            if ((long)steps.Width * steps.Height * steps.Channels * type.Bytes > Array.MaxLength)
                throw new UserFault($"The tensor would have {steps.Width}×{steps.Height} pixels of {steps.Channels} channels, more than a file of 2 GiB holds. Give smaller sizes.");
            byte[] data = new byte[steps.Length * (int)type.Bytes];
            Write(new ImagePipeline(steps), image, element, data);
            bool last = spec.Layout == Preprocessing.ImageLayout.Hwc;
            long[] shape = last ? [1, steps.Height, steps.Width, steps.Channels] : [1, steps.Channels, steps.Height, steps.Width];
            return new PreparedTensor(type, shape, steps.Channels, last, data);
        }
        catch (Exception exception) when (exception is ArgumentException or ImageSizeException)
        {
            throw new UserFault($"{Printable.Quote(path)}, {image.Width}×{image.Height} pixels (width×height), can't be prepared: {Printable.Line(exception.Message, 1000)}", exception);
        }
    }

    private static void Write(ImagePipeline pipeline, Image image, Onnx.ElementType element, byte[] data)
    {
        switch (element)
        {
            case Onnx.ElementType.Float16:
                pipeline.Write(image, MemoryMarshal.Cast<byte, Half>(data.AsSpan()));
                break;
            case Onnx.ElementType.UInt8:
                pipeline.Write(image, data.AsSpan());
                break;
            case Onnx.ElementType.Int8:
                pipeline.Write(image, MemoryMarshal.Cast<byte, sbyte>(data.AsSpan()));
                break;
            default:
                pipeline.Write(image, MemoryMarshal.Cast<byte, float>(data.AsSpan()));
                break;
        }
    }

    /// <summary>The range and mean of one channel.</summary>
    internal Summary Channel(int channel)
    {
        int size = (int)Type.Bytes, count = Data.Length / size / Channels;
        if (!ChannelsLast)
            return Summary.Of(Type, Data.AsSpan(channel * count * size, count * size));
        byte[] plane = new byte[count * size];
        for (int i = 0; i < count; i++)
            Data.AsSpan((i * Channels + channel) * size, size).CopyTo(plane.AsSpan(i * size));
        return Summary.Of(Type, plane);
    }
}
