namespace ModelGen.Footprint;

/// <summary>Calls of the smallest model, one after the other.</summary>
internal static class ManyCalls
{
    public static void Print(long calls)
    {
        using ILoaded model = Side.Of("digits", "ModelGen").Open();
        long warm = calls / 100;
        for (long i = 0; i < warm; i++)
            model.Call();
        (long resident, long managed, int collections) = (Memory.ResidentKilobytes(), Memory.Managed(), GC.CollectionCount(0));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (long i = warm; i < calls; i++)
            model.Call();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        int collected = GC.CollectionCount(0) - collections;
        Console.WriteLine($"{calls:N0} calls of digits, after the first {warm:N0}: {allocated:N0} bytes allocated by their thread, {collected} collections, "
            + $"managed {Memory.Managed() - managed:+#,0;-#,0;0} bytes, resident {Memory.ResidentKilobytes() - resident:+#,0;-#,0;0} kB of {resident:N0}");
    }
}
