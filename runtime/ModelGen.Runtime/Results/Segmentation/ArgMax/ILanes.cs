namespace ModelGen;

/// <summary>The handful of vector operations that a running maximum needs, so that it is written once for all widths.</summary>
/// <typeparam name="TScores">A vector of float32.</typeparam>
/// <typeparam name="TIndices">A vector of as many int32.</typeparam>
internal interface ILanes<TScores, TIndices>
    where TScores : struct
    where TIndices : struct
{
    /// <summary>Lanes a vector.</summary>
    static abstract int Count { get; }

    static abstract TScores Load(ref readonly float source, int at);

    static abstract TIndices Load(ref readonly int source, int at);

    static abstract void Store(TScores scores, ref float destination, int at);

    static abstract void Store(TIndices indices, ref int destination, int at);

    static abstract TScores Fill(float score);

    static abstract TIndices Fill(int index);

    /// <summary>Lane by lane: where <paramref name="score"/> is greater than <paramref name="best"/>, it and its index take their places. NaN is never greater.</summary>
    static abstract void Keep(TScores score, TIndices index, ref TScores best, ref TIndices indices);

    /// <summary>Lane by lane <paramref name="score"/> where it is greater than <paramref name="best"/>, else the latter. NaN is never greater.</summary>
    static abstract TScores Greater(TScores score, TScores best);

    /// <summary>The greatest of all lanes, none of them NaN.</summary>
    static abstract float Greatest(TScores scores);

    /// <summary>One bit a lane, lane 0 lowest: whether the score equals another.</summary>
    static abstract ulong Equal(TScores scores, TScores other);
}
