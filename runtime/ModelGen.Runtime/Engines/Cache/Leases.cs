namespace ModelGen.Engines;

/// <summary>What is to be let go together, in this order.</summary>
internal sealed class Leases(params IDisposable[] parts) : IDisposable
{
    private int _disposed;

    /// <summary>Nothing.</summary>
    public static IDisposable None { get; } = new Leases();

    /// <summary>Lets go, once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
            return;
        foreach (IDisposable part in parts)
            part.Dispose();
    }
}
