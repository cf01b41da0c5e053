using ModelGen.Engines;

namespace ModelGen.CacheFaults;

/// <summary>All at once: several processes, a cache too small for their engines, builders that are killed, files that are damaged.</summary>
internal static class Storm
{
    private const int Processes = 3, Models = 5;

    public static Count Run(int rounds, Random random)
    {
        Count count = new($"{Processes} processes in a cache too small for them, with kills and damage, {rounds} rounds");
        using Scratch scratch = new();
        long limit = 3 * (FakeEngine.Bytes + 4096);
        for (int i = 0; i < rounds; i++)
        {
            // Not while they run: who writes to files between their check and their loading can't be noticed.
            Damage(scratch["cache/entries"], random);
            Child[] children = [.. Enumerable.Range(0, Processes).Select(_ => Child.Start("builder", scratch["cache"], "0", "20", $"{Models}", $"{limit}"))];
            foreach (Child child in children)
                child.Go();
            children[0].Line();
            children[0].Line();
            children[0].Kill();
            foreach (string outcome in children.Skip(1).SelectMany(child => child.Rest().Split('\n').Where(line => line != "begun")))
            {
                count.Note(outcome);
                count.Answer(outcome is nameof(EngineOutcome.Hit) or nameof(EngineOutcome.Built) or nameof(EngineOutcome.Rebuilt) ? "right" : outcome, "right", $"round {i}");
            }
            foreach (Child child in children)
                child.Dispose();
        }
        PruneResult left = EngineCache.Open(new EngineCacheOptions { Folder = scratch["cache"] }).Prune(new PruneRequest { All = true });
        count.Check(left.InUse.IsEmpty && left.Failed.IsEmpty && left.RemainingBytes == 0, "leases or files stayed");
        return count;
    }

    private static void Damage(string entries, Random random)
    {
        foreach (string entry in Directory.Exists(entries) ? Directory.GetDirectories(entries) : [])
        {
            using FileStream file = File.Open(Path.Join(entry, "engine.trt"), FileMode.Open);
            file.Position = random.Next((int)file.Length);
            int old = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(old ^ 1));
        }
    }
}
