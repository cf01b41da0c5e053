namespace ModelGen;

/// <summary>One pool of threads that all models compute on, instead of one for each.</summary>
public sealed record SharedThreads
{
    /// <summary>Threads of the pool; null lets ONNX Runtime take one a physical core.</summary>
    public int? Threads { get; init; }

    /// <summary>Whether threads spin for a while when they have nothing to do, instead of sleeping at once. False unless set.</summary>
    public bool AllowSpinning { get; init; }
}
