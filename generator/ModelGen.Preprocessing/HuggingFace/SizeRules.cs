namespace ModelGen.Preprocessing;

/// <summary>Which sizes that depend on the picture a processor has, beside <c>shortest_edge</c> alone.</summary>
internal enum SizeRules
{
    /// <summary>None: processors with bounds of their own round in ways that nothing here does.</summary>
    Plain,

    /// <summary>DETR's: <c>shortest_edge</c> bounded by <c>longest_edge</c>, and <c>max_height</c> with <c>max_width</c> (<c>get_size_with_aspect_ratio</c>).</summary>
    Detr,

    /// <summary>SAM's: <c>longest_edge</c> (<c>_get_preprocess_shape</c>).</summary>
    Sam,

    /// <summary>An exact size only: YOLOS rounds down to multiples of 16, the MaskFormers up to multiples of <c>size_divisor</c>.</summary>
    ExactOnly,
}
