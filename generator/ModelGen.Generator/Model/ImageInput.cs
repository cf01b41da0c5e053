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
        if (input.Dims.Count != 4 || !one || !input.Dims.Skip(1).All(dim => dim.Size is > 0 and <= int.MaxValue))
            return null;
        return ImageInputShape.Of(input.OnnxName, input.Element, [.. input.Dims.Skip(1).Select(dim => (int)dim.Size!.Value)]);
    }
}
