using System.Globalization;

namespace ModelGen.CacheFaults;

/// <summary>Does to the engine cache what can happen to it, and counts what comes of it. Exit code 0 when nothing wrong did.</summary>
internal static class Program
{
    private const string Usage = """
        Cache.Faults [--short] [--seed N]    everything: about two minutes, or some seconds
        Cache.Faults builder FOLDER PAUSE TIMES MODELS LIMIT    what it starts itself
        """;

    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (arguments is ["builder", .. var rest])
            return Builder.Run(rest);
        bool isShort = arguments.Contains("--short");
        int at = Array.IndexOf(arguments, "--seed");
        int seed = Environment.TickCount;
        if (arguments.Length != (isShort ? 1 : 0) + (at < 0 ? 0 : 2) || (at >= 0 && !int.TryParse(arguments[at + 1], out seed)))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }
        Console.WriteLine($"Seed {seed}");
        Random random = new(seed);
        Func<Count>[] faults =
        [
            () => KilledBuilders.Run(isShort ? 4 : 100, random),
            () => Races.Run(2, isShort ? 1 : 10),
            () => Races.Run(8, isShort ? 1 : 5),
            () => EnginesInUse.Run(isShort ? 1 : 10),
            () => FlippedBits.Run(isShort ? 1 : 40, random),
            () => FullDisk.Run(isShort ? 6 : 100, random),
            () => ClockJumps.Run(isShort ? 30 : 300, random),
            ReadOnlyCache.Run,
            () => DeletedFolder.Run(isShort ? 60 : 1000),
            () => Storm.Run(isShort ? 1 : 20, random),
        ];
        bool fine = true;
        foreach (Func<Count> fault in faults)
        {
            Count count = fault();
            Console.WriteLine(count);
            foreach (string wrong in count.Wrong.Take(10))
                Console.WriteLine($"  {wrong}");
            fine &= count.Wrong.Count == 0;
        }
        Console.WriteLine(fine ? "Nothing wrong." : "WRONG: see above.");
        return fine ? 0 : 1;
    }
}
