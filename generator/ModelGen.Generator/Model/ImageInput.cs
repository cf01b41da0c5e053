using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Recognises an input that takes pictures.</summary>
internal static class ImageInput
{
    /// <summary>The picture input of a model whose only required input it is, else null.</summary>
    internal static ImageInputShape? Find(Ports ports)
    {
        // The runtime fills the first input, and no other may be required.
        if (ports.Inputs.Count == 0 || ports.Inputs[0].HasDefault || ports.Inputs.Skip(1).Any(input => !input.HasDefault))
            return null;
        PortSpec input = ports.Inputs[0];
        bool one = input.IsBatch || (input.Dims.Count > 0 && input.Dims[0].Size == 1);
        if (input.Element != ElementType.Float || input.Dims.Count != 4 || !one || !input.Dims.Skip(1).All(dim => dim.Size is > 0 and <= int.MaxValue))
            return null;
        int[] dims = [.. input.Dims.Skip(1).Select(dim => (int)dim.Size!.Value)];
        return dims switch
        {
            [1 or 3, _, _] => new ImageInputShape(input.OnnxName, dims[0], dims[1], dims[2], ImageLayout.Chw),
            [_, _, 1 or 3] => new ImageInputShape(input.OnnxName, dims[2], dims[0], dims[1], ImageLayout.Hwc),
            _ => null,
        };
    }
}
