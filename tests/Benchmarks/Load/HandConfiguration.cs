namespace ModelGen.Benchmarks;

/// <summary>One way to serve several callers by hand.</summary>
/// <param name="Threads">Threads of a run; null for ONNX Runtime's choice.</param>
/// <param name="Spins">Whether they spin between their tasks.</param>
/// <param name="AtOnce">Runs at once; null for no limit.</param>
internal sealed record HandConfiguration(int? Threads, bool Spins, int? AtOnce)
{
    /// <summary>What one would try on a machine with so many processors.</summary>
    public static IEnumerable<HandConfiguration> All =>
        from session in new (int? Threads, bool Spins)[] { (1, false), (null, true), (null, false) }
        from atOnce in new int?[] { null, 1, Environment.ProcessorCount, 2 * Environment.ProcessorCount }
        select new HandConfiguration(session.Threads, session.Spins, atOnce);

    /// <summary>The session's part of it.</summary>
    public string Session => Threads is { } threads ? $"{threads} thread" : Spins ? "default threads" : "default threads, not spinning";

    public override string ToString() => $"{Session}, {(AtOnce is { } limit ? $"{limit} at once" : "no limit")}";
}
