namespace ModelGen.Generator;

/// <summary>An open first dim: its size is given at each call.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Name">Its name in the file, or one made up for it.</param>
/// <param name="Parameter">Its name as a parameter.</param>
internal sealed record OpenDimSpec(string Name, string Parameter);
