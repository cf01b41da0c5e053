namespace ModelGen.Engines;

/// <summary>The engine cache can't be used. Models still work without it, but engines are built anew by each process.</summary>
public sealed class CacheUnavailableException : ModelGenException
{
    /// <summary>Composes the message from its parts.</summary>
    /// <param name="kind">What kind of problem.</param>
    /// <param name="problem">What went wrong, as the beginning of a sentence, without its full stop.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What came instead.</param>
    /// <param name="where">The folder.</param>
    /// <param name="remedy">What to do next.</param>
    /// <param name="innerException">The error underneath.</param>
    public CacheUnavailableException(CacheProblem kind, string problem, string? expected, string? actual, string? where, string? remedy, Exception? innerException = null)
        : base(problem, expected, actual, where, remedy, innerException) => Kind = kind;

    /// <summary>What kind of problem.</summary>
    public CacheProblem Kind { get; }
}
