namespace ModelGen.Preprocessing;

/// <summary>The image input of a model, as far as preprocessing must fit it.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Name">The input's name in the file, for messages.</param>
/// <param name="Channels">1 or 3 in anything that preprocessing can fill.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Layout">Where the channels are.</param>
internal sealed record ImageInputShape(string Name, int Channels, int Height, int Width, ImageLayout Layout);
