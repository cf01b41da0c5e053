namespace ModelGen.Fuzzing;

/// <summary>Reads one file again.</summary>
internal static class Replay
{
    /// <summary>Runs it.</summary>
    /// <returns>0 when all is well, 1 when something is wrong.</returns>
    public static int Run(string file)
    {
        byte[] bytes = File.ReadAllBytes(file);
        for (int i = 0; i < 50; i++)
        {
            TimeSpan longest = TimeSpan.Zero;
            string? complaint = Probe.Complaint(new Mutant(file, "none", bytes, i), time => longest = time > longest ? time : longest);
            if (complaint is not null)
            {
                Console.WriteLine($"{file}: {complaint}");
                return 1;
            }
            if (i is 0 or 49)
                Console.WriteLine($"{file}: fine, {longest.TotalMilliseconds:N0} ms");
        }
        return 0;
    }
}
