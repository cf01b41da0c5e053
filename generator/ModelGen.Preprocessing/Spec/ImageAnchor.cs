namespace ModelGen.Preprocessing;

/// <summary>Where a picture lies within its padding. The names are those of the runtime's enum.</summary>
internal enum ImageAnchor
{
    /// <summary>In the middle.</summary>
    Centre,

    /// <summary>In the upper left corner.</summary>
    TopLeft,
}
