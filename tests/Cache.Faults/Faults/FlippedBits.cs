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
            int length = (int)new FileInfo(file).Length;
            int[] places = length == 0 ? [] : [0, length - 1, .. Enumerable.Range(0, positions).Select(_ => random.Next(length))];
            foreach (int place in places)
                Damage("a flipped bit", () => Edit(file, bytes => bytes[place] ^= (byte)(1 << random.Next(8))));
            if (length > 0)
            {
                Damage("truncated", () => Cut(file, length - 1));
                Damage("emptied", () => Cut(file, 0));
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

    private static void Cut(string file, int length)
    {
        using FileStream stream = File.OpenWrite(file);
        stream.SetLength(length);
    }

    private static void Link(string file, string target)
    {
        File.Move(file, target, overwrite: true);
        File.CreateSymbolicLink(file, target);
    }
}
