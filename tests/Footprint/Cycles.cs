namespace ModelGen.Footprint;

/// <summary>Instances made, called and disposed of, one after the other.</summary>
internal static class Cycles
{
    private const int Count = 1000;

    public static void Print()
    {
        Console.WriteLine($"{Count:N0} instances of digits, made, called and disposed of:");
        foreach (Side side in Side.ByModel["digits"])
        {
            // What a first hundred needs is caches and arenas; what grows after that is a leak.
            Cycle(side, Count / 10);
            (long resident, long managed, int files, int threads) = (Memory.ResidentKilobytes(), Memory.Managed(), Memory.Files(), Memory.Threads());
            Cycle(side, Count - Count / 10);
            Console.WriteLine($"  {side.Name,-32} from the {Count / 10}th to the last: resident {Memory.ResidentKilobytes() - resident:+#,0;-#,0;0} kB of {resident:N0}, "
                + $"managed {Memory.Managed() - managed:+#,0;-#,0;0} bytes, open files {Memory.Files() - files:+0;-0;0}, threads {Memory.Threads() - threads:+0;-0;0}");
        }
    }

    private static void Cycle(Side side, int count)
    {
        for (int i = 0; i < count; i++)
        {
            using ILoaded loaded = side.Open();
            loaded.Call();
        }
    }
}
