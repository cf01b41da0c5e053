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
}
