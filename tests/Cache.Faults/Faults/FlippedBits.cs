using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>Each file of an entry with a bit flipped, cut, emptied, missing; and files that do not belong there. Nothing of it may be loaded.</summary>
internal static class FlippedBits
{
    public static Count Run(int positions, Random random)
    {
        Count count = new("damaged files");
        using Scratch scratch = new();
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"] });
        EngineKey key = FakeEngine.Key(), otherKey = FakeEngine.Key(driver: "570.10");
        string entry = Use(cache, key, count, EngineOutcome.Built, "new"), other = Use(cache, otherKey, count, EngineOutcome.Built, "new");
        string[] files = [.. Directory.EnumerateFiles(entry, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(entry, file))];
        foreach (string name in files)
        {
            string file = Path.Join(entry, name);
            if (new FileInfo(file).Length > 0)
            {
                // As parts of the length: a rebuilt manifest has other times in it, and is not always as long.
                foreach (double place in (double[])[0, 1, .. Enumerable.Range(0, positions).Select(_ => random.NextDouble())])
                    Damage("a flipped bit", () => Edit(file, bytes => bytes[(int)(place * (bytes.Length - 1))] ^= (byte)(1 << random.Next(8))));
                Damage("truncated", () => Cut(file, length => length - 1));
                Damage("emptied", () => Cut(file, _ => 0));
            }
            Damage("missing", () => File.Delete(file));
            Damage("longer", () => File.AppendAllText(file, "x"));
            if (name is not "more/empty")
                Damage("of another engine", () => File.Copy(Path.Join(other, name), file, overwrite: true));
            Damage("a link", () => Link(file, scratch["moved"]));
        }
        Damage("an additional file", () => File.WriteAllText(Path.Join(entry, "more", "extra"), "x"));
        Damage("another engine's folder", () =>
        {
            Directory.Delete(entry, recursive: true);
            Directory.Move(other, entry);
        });
        return count;

        void Damage(string what, Action damage)
        {
            damage();
            count.Check(cache.Verify().Any(fault => fault.Id == key.Id), $"{what}: not noticed by Verify");
            Use(cache, key, count, EngineOutcome.Rebuilt, what);
            Use(cache, key, count, EngineOutcome.Hit, what + ", then rebuilt");
            count.Note(what);
        }
    }

    private static string Use(EngineCache cache, EngineKey key, Count count, EngineOutcome expected, string when)
    {
        int wrong = 0;
        CachedEngine<string> engine = cache.UseOrBuild(key, at => Load(at), (at, _) => FakeEngine.Write(at, key));
        engine.Lease.Dispose();
        count.Answer(engine.Value, key.Id, when);
        count.Check(wrong == 0, $"{when}: a damaged engine was loaded");
        count.Check(engine.Outcome == expected, $"{when}: {engine.Outcome}, {engine.Reason}");
        return engine.Folder;

        string Load(string folder)
        {
            string loaded = FakeEngine.Load(folder, key);
            wrong += loaded == key.Id ? 0 : 1;
            return loaded;
        }
    }

    private static void Edit(string file, Action<byte[]> edit)
    {
        byte[] bytes = File.ReadAllBytes(file);
        edit(bytes);
        File.WriteAllBytes(file, bytes);
    }

    private static void Cut(string file, Func<long, long> length)
    {
        using FileStream stream = File.OpenWrite(file);
        stream.SetLength(length(stream.Length));
    }

    private static void Link(string file, string target)
    {
        File.Move(file, target, overwrite: true);
        File.CreateSymbolicLink(file, target);
    }
}
