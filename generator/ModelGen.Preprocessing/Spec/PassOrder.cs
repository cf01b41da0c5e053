namespace ModelGen.Preprocessing;

/// <summary>Which of a resize's two passes comes first; results differ by one to three levels.</summary>
internal enum PassOrder
{
    /// <summary>Pillow 13 and later: vertical first when that is less work, <c>h &lt; H and H - h &gt; 2(W - w)</c>.</summary>
    Pillow13,

    /// <summary>Pillow up to 12.3: horizontal first, always.</summary>
    Pillow12,
}
