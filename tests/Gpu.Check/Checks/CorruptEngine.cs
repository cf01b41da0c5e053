using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A damaged engine is noticed, built again once, and said to be.</summary>
/// <param name="damage">The damage's name.</param>
/// <param name="ending">How the name of the file to damage ends.</param>
/// <param name="apply">Does it.</param>
internal sealed class CorruptEngine(string damage, string ending, Action<string> apply) : ICheck
{
    public string Name => "corrupt-" + damage;

    public string Run(Bench bench, CheckModel model)
    {
        ModelOptions options = bench.OnTensorRT(model, "corrupt");
        string key;
        using (Engine engine = bench.Load(model.Info, options))
            key = engine.Report.CacheKey ?? throw new CheckFailedException($"the engine is not in the cache: {engine.Report.CacheReason}");
        string entry = Path.Join(options.Cache.Folder, "entries", key);
        string file = Directory.EnumerateFiles(entry, "*" + ending, SearchOption.AllDirectories).FirstOrDefault()
            ?? throw new CheckSkippedException($"the entry has no {ending} file");
        // Entries are written once, and may be read-only.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        apply(file);
        using (Engine engine = bench.Load(model.Info, options))
        {
            if (engine.Report.Outcome != EngineOutcome.Rebuilt || engine.Report.CacheReason.Length == 0)
                throw new CheckFailedException($"{engine.Report.Outcome}, reason '{engine.Report.CacheReason}'");
            Tolerance.Check("built again", bench.Compare(model, engine), Tolerance.TenBits);
            string reason = engine.Report.CacheReason;
            using Engine third = bench.Load(model.Info, options);
            return third.Report.Outcome == EngineOutcome.Hit ? reason : throw new CheckFailedException($"and again after that: {third.Report.CacheReason}");
        }
    }
}
