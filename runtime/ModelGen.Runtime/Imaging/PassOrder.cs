namespace ModelGen;

/// <summary>Which of the two resampling passes comes first. They round between them, so results differ by 1 to 3 levels.</summary>
public enum PassOrder
{
    /// <summary>
    /// As Pillow 13 and later: vertical first when the height shrinks by more than twice what the width loses,
    /// otherwise horizontal first.
    /// </summary>
    Pillow13,

    /// <summary>As Pillow up to 12: always horizontal first. Models published before late 2026 were prepared so.</summary>
    Pillow12,
}
