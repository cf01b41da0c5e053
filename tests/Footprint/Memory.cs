namespace ModelGen.Footprint;

/// <summary>What the process holds.</summary>
internal static class Memory
{
    /// <summary>Its resident memory, after the garbage is collected.</summary>
    public static long ResidentKilobytes()
    {
        Collect();
        string line = File.ReadLines("/proc/self/status").First(each => each.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line["VmRSS:".Length..^"kB".Length]);
    }

    /// <summary>Managed bytes, after the garbage is collected.</summary>
    public static long Managed()
    {
        Collect();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Open files.</summary>
    public static int Files() => Directory.GetFiles("/proc/self/fd").Length;

    /// <summary>Threads.</summary>
    public static int Threads() => Directory.GetDirectories("/proc/self/task").Length;

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
