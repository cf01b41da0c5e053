namespace ModelGen;

/// <summary>One of many embeddings, and how alike it is.</summary>
/// <param name="Index">Its place among those that were searched.</param>
/// <param name="Similarity">The cosine of the angle between the two, −1 to 1.</param>
public readonly record struct Neighbor(int Index, float Similarity) : IRanked
{
    float IRanked.Rank => Similarity;
}
