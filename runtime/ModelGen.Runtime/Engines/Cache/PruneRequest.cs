namespace ModelGen.Engines;

/// <summary>What is to go. An entry goes when any of the limits says so; an entry in use stays in any case.</summary>
/// <remarks>Damaged entries, and what crashed builders left, go with each request that names no <see cref="Model"/>.</remarks>
public sealed record PruneRequest
{
    /// <summary>Bytes that may stay; the entries not used for longest go. Null for no limit.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Entries that were not used for longer go. Null for no limit.</summary>
    public TimeSpan? OlderThan { get; init; }

    /// <summary>All go.</summary>
    public bool All { get; init; }

    /// <summary>Only entries of this model are looked at: its SHA-256, or the beginning of it. Null for those of every model.</summary>
    public string? Model { get; init; }

    /// <summary>Whether only to say what would go.</summary>
    public bool DryRun { get; init; }
}
