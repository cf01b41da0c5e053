namespace ModelGen;

/// <summary>How asynchronous calls for single items are put together into batches.</summary>
public sealed record BatchingOptions
{
    /// <summary>Items of the largest batch. 32 unless set; fewer where the provider's engine was built for fewer.</summary>
    public int MaxBatch { get; init; } = 32;

    /// <summary>How long the first item of a batch waits for others while the model is free, at most. 1 millisecond unless set; 0 takes only what is there already.</summary>
    /// <remarks>
    /// It waits no longer once as many wait as there were at once of late: nobody is left then who could come. Nor does it wait longer than a batch takes,
    /// which is all that waiting could save. While the model is busy, items gather anyway.
    /// </remarks>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(1);
}
