namespace ModelGen;

/// <summary>Which rule gives the size that a picture is scaled to.</summary>
internal enum ResizeRule
{
    /// <summary>No scaling.</summary>
    None,

    /// <summary>A given size.</summary>
    To,

    /// <summary>The shorter side, the longer one in proportion and perhaps bounded.</summary>
    ShorterSide,

    /// <summary>The longer side, the shorter one in proportion.</summary>
    LongerSide,

    /// <summary>The largest size of the same proportions within a box.</summary>
    Within,

    /// <summary>Of the two scales that fill a box, the one nearer 1, for both sides.</summary>
    NearerScale,

    /// <summary>A given height, the width in proportion and bounded.</summary>
    ToHeight,
}
