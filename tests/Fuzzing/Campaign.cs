using System.Diagnostics;

namespace ModelGen.Fuzzing;

/// <summary>Makes mutants, reads them on a thread that is watched, and keeps what went wrong.</summary>
internal sealed class Campaign(Options options)
{
    /// <summary>What one reading may take. A slow one is repeated, since the machine may have been busy.</summary>
    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(2);

    /// <summary>After this long a reading is cancelled, and after twice this long its thread is given up.</summary>
    private static readonly TimeSpan s_hung = TimeSpan.FromSeconds(15);

    private readonly Dictionary<string, int> _complaints = [];
    private int _done;
    private TimeSpan _slowest;
    private int _slowestIndex;

    /// <summary>Runs all of it and prints a summary.</summary>
    /// <returns>0 when nothing went wrong, 1 when something did.</returns>
    public int Run()
    {
        Corpus corpus = Corpus.Load();
        Directory.CreateDirectory(options.Out);
        Console.WriteLine($"{corpus.Seeds.Count} seeds, {corpus.Operators.Count} operators, {Mutators.All.Count} mutators; seed {options.Seed}, {options.Count:N0} mutants from {options.From}.");
        var clock = Stopwatch.StartNew();
        // A stack overflow ends the process at once: this file then tells the mutant.
        using FileStream current = File.Create(Path.Combine(options.Out, "current.txt"));
        for (int index = options.From; index < options.From + options.Count; index++)
        {
            current.Position = 0;
            current.Write(System.Text.Encoding.ASCII.GetBytes($"--seed {options.Seed} --from {index} --count 1 \n"));
            current.Flush();
            One(Mutators.Make(corpus, options.Seed, index, options.Only), index);
            if (++_done % 10_000 == 0)
                Console.WriteLine($"{_done:N0} mutants, {clock.Elapsed.TotalSeconds:N0} s, {_complaints.Values.Sum()} failures");
        }
        Summary(clock.Elapsed);
        return _complaints.Count == 0 ? 0 : 1;
    }

    private void One(Mutant mutant, int index)
    {
        string? complaint = null;
        TimeSpan time = TimeSpan.Zero;
        for (int tries = 0; tries < 3; tries++)
        {
            (complaint, time) = Watched(mutant);
            if (complaint is not null || time < s_slow)
                break;
        }
        if (time > _slowest)
            (_slowest, _slowestIndex) = (time, index);
        if (complaint is null && time >= s_slow)
            complaint = $"it takes {time.TotalSeconds:N1} s";
        if (complaint is not null)
            Keep(mutant, index, complaint);
    }

    private static (string? Complaint, TimeSpan Longest) Watched(Mutant mutant)
    {
        using var hung = new CancellationTokenSource(s_hung);
        string? complaint = "it hangs: it doesn't even heed its cancellation";
        TimeSpan longest = TimeSpan.Zero;
        // The reader runs on the compiler's threads, whose stack is 1 MB on Windows.
        var thread = new Thread(() => complaint = Probe.Complaint(mutant, time => longest = time > longest ? time : longest, cancellation: hung.Token), 1024 * 1024) { IsBackground = true };
        thread.Start();
        thread.Join(2 * s_hung);
        return (complaint, longest);
    }

    private void Keep(Mutant mutant, int index, string complaint)
    {
        string file = Path.Combine(options.Out, $"{options.Seed}-{index}.onnx");
        File.WriteAllBytes(file, mutant.Bytes);
        string kind = complaint.Split('\n')[0];
        _complaints[kind] = _complaints.GetValueOrDefault(kind) + 1;
        if (_complaints[kind] <= 3)
            Console.WriteLine($"{file} ({mutant.Bytes.Length:N0} bytes, {mutant.Mutations} of {mutant.Parent}): {complaint}");
    }

    private void Summary(TimeSpan elapsed)
    {
        Console.WriteLine($"{_done:N0} mutants in {elapsed.TotalSeconds:N0} s; the slowest, {_slowestIndex}, took {_slowest.TotalMilliseconds:N0} ms; {_complaints.Values.Sum()} failures.");
        foreach ((string kind, int count) in _complaints.OrderByDescending(entry => entry.Value))
            Console.WriteLine($"  {count,6} {kind}");
    }
}
