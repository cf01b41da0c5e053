using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>The image input of a model, as far as preprocessing must fit it.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Name">The input's name in the file, for messages.</param>
/// <param name="Channels">1 or 3 in anything that preprocessing can fill.</param>
/// <param name="Height">In pixels; 0 when the steps are to say it.</param>
/// <param name="Width">In pixels; 0 when the steps are to say it.</param>
/// <param name="Layout">Where the channels are.</param>
/// <param name="Element">What the tensor holds.</param>
/// <param name="Quantization">What integers are worth to the model; null when it does not say.</param>
internal sealed record ImageInputShape(
    string Name, int Channels, int Height, int Width, ImageLayout Layout, ElementType Element = ElementType.Float, InputQuantization? Quantization = null)
{
    /// <summary>Whether the size is settled before the steps are.</summary>
    internal bool IsSizeKnown => Height > 0 && Width > 0;

    /// <summary>Whether the tensor holds integers.</summary>
    internal bool HoldsIntegers => Element is ElementType.UInt8 or ElementType.Int8;

    /// <summary>The shape of an input of rank 4 and one picture: N×C×H×W or N×H×W×C with 1 or 3 channels; null for any other.</summary>
    /// <param name="name">The input's name.</param>
    /// <param name="element">Its element type.</param>
    /// <param name="dims">The dims after the first; 0 for one that is open.</param>
    internal static ImageInputShape? Of(string name, ElementType element, int[] dims)
    {
        if (element is not (ElementType.Float or ElementType.Float16 or ElementType.UInt8 or ElementType.Int8))
            return null;
        return dims switch
        {
            [1 or 3, _, _] => new ImageInputShape(name, dims[0], dims[1], dims[2], ImageLayout.Chw, element),
            [_, _, 1 or 3] => new ImageInputShape(name, dims[2], dims[0], dims[1], ImageLayout.Hwc, element),
            _ => null,
        };
    }
}
