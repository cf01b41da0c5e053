using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>What a child process does: uses or builds engines, and says for each how it came about.</summary>
internal static class Builder
{
    /// <summary>Runs it.</summary>
    /// <param name="arguments">The cache's folder, milliseconds to pause between the pieces of an engine, how often, over how many models, and the size limit; one more, and it holds each engine until it is told to go on.</param>
    public static int Run(string[] arguments)
    {
        (string folder, int pause, int times, int models, long limit) = (arguments[0], int.Parse(arguments[1]), int.Parse(arguments[2]), int.Parse(arguments[3]), long.Parse(arguments[4]));
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = folder, MaxBytes = limit });
        Console.WriteLine("ready");
        Console.ReadLine();
        Console.WriteLine("begun");
        Random random = new(Environment.ProcessId);
        for (int i = 0; i < times; i++)
        {
            EngineKey key = FakeEngine.Key($"model {random.Next(models)}");
            CachedEngine<string> engine = cache.UseOrBuild(key, at => FakeEngine.Load(at, key), (at, _) => FakeEngine.Write(at, key, () => Thread.Sleep(pause)));
            using (engine.Lease)
            {
                Console.WriteLine(engine.Value == key.Id && FakeEngine.Load(engine.Folder, key) == key.Id ? engine.Outcome : engine.Value);
                if (arguments.Length > 5)
                    Console.ReadLine();
            }
        }
        return 0;
    }
}
