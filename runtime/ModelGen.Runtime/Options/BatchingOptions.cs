namespace ModelGen;

/// <summary>How asynchronous calls for single items are put together into batches.</summary>
public sealed record BatchingOptions
{
    /// <summary>Items of the largest batch. 32 unless set.</summary>
    public int MaxBatch { get; init; } = 32;

    /// <summary>How long the first item of a batch waits for others while the model is free. 1 millisecond unless set; 0 takes only what is there already.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromMilliseconds(1);
}
