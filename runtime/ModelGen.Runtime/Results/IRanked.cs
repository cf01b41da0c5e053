namespace ModelGen;

/// <summary>Something that can be among the best.</summary>
internal interface IRanked
{
    /// <summary>Greater is better; NaN is behind all numbers.</summary>
    float Rank { get; }

    /// <summary>Of equals the lower one is better.</summary>
    int Index { get; }
}
