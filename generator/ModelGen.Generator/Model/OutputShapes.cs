using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>What the first output has to give for one picture, told by its shape alone.</summary>
internal static class OutputShapes
{
    /// <summary>How many numbers there are when they are one row of float32 a picture, else null: 1×1000, 1000 a picture, and 1×1000×1×1 as fully convolutional networks give it.</summary>
    internal static long? Row(Ports ports)
    {
        if (Dims(ports) is not { Length: > 0 } dims || ports.Outputs[0].Element != ElementType.Float)
            return null;
        // One dim counts, the rest are 1.
        long[] counting = [.. dims.Where(dim => dim != 1)];
        return counting.Length switch { 1 => counting[0], 0 => 1, _ => null };
    }

    /// <summary>Where the classes lie when there are so many scores of float32 a pixel, else null. Where both layouts fit, the picture's own is meant.</summary>
    internal static MapShapeSpec? Scores(Ports ports, int classes)
    {
        if (ports.Outputs.Count == 0 || ports.Outputs[0].Element != ElementType.Float || Item(ports, 3) is not { } dims)
            return null;
        MapShapeSpec? planar = dims[0] == classes ? Map(dims[2], dims[1], ImageLayout.Chw) : null;
        MapShapeSpec? interleaved = dims[2] == classes ? Map(dims[1], dims[0], ImageLayout.Hwc) : null;
        return ImageInput.Find(ports) is { Layout: ImageLayout.Hwc } ? interleaved ?? planar : planar ?? interleaved;
    }

    /// <summary>The size when there is one integer a pixel, else null.</summary>
    internal static MapShapeSpec? Labels(Ports ports) =>
        ports.Outputs.Count > 0 && ports.Outputs[0].Element is ElementType.Int64 or ElementType.Int32 or ElementType.UInt8 ? Plane(ports) : null;

    /// <summary>The size when there is one number of float32 a pixel, else null.</summary>
    internal static MapShapeSpec? Mask(Ports ports) => ports.Outputs.Count > 0 && ports.Outputs[0].Element == ElementType.Float ? Plane(ports) : null;

    private static MapShapeSpec? Plane(Ports ports) => (Item(ports, 3), Item(ports, 2)) switch
    {
        ([1, var height, var width], _) => Map(width, height, ImageLayout.Chw),
        ([var height, var width, 1], _) => Map(width, height, ImageLayout.Hwc),
        (_, [var height, var width]) => Map(width, height, ImageLayout.Chw),
        _ => null,
    };

    private static MapShapeSpec? Map(long width, long height, ImageLayout layout) =>
        width is > 1 and <= int.MaxValue && height is > 1 and <= int.MaxValue ? new MapShapeSpec((int)width, (int)height, layout) : null;

    /// <summary>One picture's dims where there are so many of them behind the batch, else null.</summary>
    private static long[]? Item(Ports ports, int rank)
    {
        if (Dims(ports) is not { } dims)
            return null;
        if (ports.Outputs[0].IsBatch)
            return dims.Length == rank ? dims : null;
        return dims.Length == rank + 1 && dims[0] == 1 ? [.. dims.Skip(1)] : null;
    }

    /// <summary>The first output's dims, without the batch that it shares with the picture; null where it counts along something else.</summary>
    private static long[]? Dims(Ports ports)
    {
        if (ports.Outputs.Count == 0 || ports.Inputs.Count == 0)
            return null;
        (PortSpec output, PortSpec input) = (ports.Outputs[0], ports.Inputs[0]);
        bool sameBatch = output.IsBatch == input.IsBatch && (!output.IsBatch || output.Dims[0] == input.Dims[0]);
        return sameBatch ? [.. output.TypeDims] : null;
    }
}
