namespace ModelGen.Tests;

/// <summary>What code allocates on the managed heap once it is warm.</summary>
internal static class Allocated
{
    /// <summary>Bytes a call, on this thread.</summary>
    public static long BytesOf(Action action)
    {
        const int Calls = 100;
        for (int i = 0; i < Calls; i++)
            action();

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Calls; i++)
            action();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
