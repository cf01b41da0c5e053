namespace ModelGen.Engines;

/// <summary>How many batches run beside each other without slowing each other down.</summary>
internal static class BatchLanes
{
    /// <summary>One: a GPU gains more from one large batch than from several small ones.</summary>
    public const int OnDevice = 1;

    /// <summary>As many as there are processors that one run leaves to others.</summary>
    /// <remarks>
    /// Threads that spin take their processors even where the run has nothing for them to do. Threads that sleep leave them to other runs, and small networks
    /// have work for one thread only; measured on two processors with the digits network by the benchmark <c>batching</c>.
    /// </remarks>
    /// <param name="options">The model's options.</param>
    /// <param name="shared">The pool of all models; null where each has its own.</param>
    /// <param name="processors">Processors of the machine.</param>
    public static int OnCpu(ModelOptions options, SharedThreads? shared, int processors)
    {
        bool spins = shared is not null && options.IntraOpThreads is null ? shared.AllowSpinning : options.AllowSpinning ?? true;
        int threads = options.IntraOpThreads ?? processors;
        return spins ? Math.Max(1, processors / threads) : processors;
    }
}
