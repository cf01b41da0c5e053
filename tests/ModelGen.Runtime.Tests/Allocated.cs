namespace ModelGen.Tests;

/// <summary>What code allocates on the managed heap once it is warm.</summary>
internal static class Allocated
{
    /// <summary>Bytes a call, on this thread.</summary>
    public static long BytesOf(Action action)
    {
        const int Calls = 100;
        const int Rounds = 4;
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < Calls; i++)
                action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least / Calls;
    }

    /// <summary>
    /// Bytes of one call that allocates the same each time, to the byte: the least of many. Sums over calls also count what the collector fills up when
    /// other threads make it retire this thread's block of memory.
    /// </summary>
    public static long BytesOfOne(Action action)
    {
        const int Calls = 400;
        long least = long.MaxValue;
        for (int i = 0; i < Calls; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }
        return least;
    }
}
