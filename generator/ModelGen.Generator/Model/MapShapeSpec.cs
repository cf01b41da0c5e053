namespace ModelGen.Generator;

/// <summary>Size and layout of an output that has something for each pixel.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record MapShapeSpec(int Width, int Height, ImageLayout Layout);
