namespace ModelGen.Preprocessing;

/// <summary>How a resize finds its size. The names are those of the runtime's factory methods, but for <see cref="None"/> and <see cref="To"/>.</summary>
internal enum ResizeKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>An exact size; the aspect ratio is not kept.</summary>
    To,

    /// <summary>The shorter side to a length, the longer one in proportion, perhaps bounded.</summary>
    ShorterSide,

    /// <summary>The longer side to a length.</summary>
    LongerSide,

    /// <summary>The largest size of the same proportions within a box.</summary>
    Within,

    /// <summary>Both sides by one scale: that of the two which is nearer 1.</summary>
    NearerScale,

    /// <summary>To a height, the width in proportion but bounded.</summary>
    ToHeight,
}
