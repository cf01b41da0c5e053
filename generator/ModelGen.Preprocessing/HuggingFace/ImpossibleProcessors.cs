namespace ModelGen.Preprocessing;

/// <summary>Image processors that do what no steps here do, whatever their file says.</summary>
/// <remarks>Source: the classes' <c>preprocess</c> in transformers 4.57, <c>src/transformers/models/*/image_processing_*.py</c>.</remarks>
internal static class ImpossibleProcessors
{
    private static readonly (string Name, string Why)[] s_all =
    [
        ("ImageGPT", "it replaces colours by the numbers of clusters"),
        ("Siglip2", "it cuts pictures into a varying number of patches"),
        ("Pix2Struct", "it cuts pictures into a varying number of patches"),
        ("GLPN", "it rounds each side of the picture down to a multiple of size_divisor, and the model's input has one size"),
        ("VitMatte", "it adds a trimap as a fourth channel"),
        ("Owlv2", "it pads to a square and resizes with SciPy in floating point"),
        ("Donut", "it makes a thumbnail before it resizes"),
        ("Nougat", "it crops margins by their content"),
        ("ZoeDepth", "it pads by reflection"),
        ("DINOv3ViT", "it resizes after rescaling, in floating point"),
    ];

    /// <summary>Why a class can't be followed; null for any other.</summary>
    internal static string? Why(string stem) => s_all.FirstOrDefault(processor => processor.Name == stem).Why;
}
