using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen;

/// <summary>Writes pictures into the first input of a call, whatever its elements are.</summary>
internal static class PictureInput
{
    /// <summary>Writes one picture into its place among the items of the call.</summary>
    internal static void Write(ImagePipeline pipeline, ImageView image, in CallLease call, ElementType element, int item = 0)
    {
        int length = pipeline.Steps.Length;
        int start = checked(item * length);
        switch (element)
        {
            case ElementType.Float32: pipeline.Write(image, call.InputSpan<float>(0).Slice(start, length)); break;
            case ElementType.Float16: pipeline.Write(image, call.InputSpan<Half>(0).Slice(start, length)); break;
            case ElementType.UInt8: pipeline.Write(image, call.InputSpan<byte>(0).Slice(start, length)); break;
            case ElementType.Int8: pipeline.Write(image, call.InputSpan<sbyte>(0).Slice(start, length)); break;
            default: throw new UnreachableException($"The generator makes no picture input of {element}.");
        }
    }

    /// <summary>Writes pictures one after the other, on several threads.</summary>
    internal static void Write(ImagePipeline pipeline, ReadOnlySpan<Image> images, in CallLease call, ElementType element, CancellationToken cancellationToken)
    {
        if (images.Length == 1)
        {
            Write(pipeline, images[0], call, element);
            return;
        }

        Image[] batch = images.ToArray();
        switch (element)
        {
            case ElementType.Float32: pipeline.WriteBatch(batch, call.InputSpan<float>(0), cancellationToken: cancellationToken); break;
            case ElementType.Float16: pipeline.WriteBatch(batch, call.InputSpan<Half>(0), cancellationToken: cancellationToken); break;
            case ElementType.UInt8: pipeline.WriteBatch(batch, call.InputSpan<byte>(0), cancellationToken: cancellationToken); break;
            case ElementType.Int8: pipeline.WriteBatch(batch, call.InputSpan<sbyte>(0), cancellationToken: cancellationToken); break;
            default: throw new UnreachableException($"The generator makes no picture input of {element}.");
        }
    }
}
