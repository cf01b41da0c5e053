using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>One engine in the cache.</summary>
public sealed record CacheEntry
{
    /// <summary>The SHA-256 of all that the engine depends on; the name of its folder.</summary>
    public required string Id { get; init; }

    /// <summary>The folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The SHA-256 of the model's file; null for a damaged entry.</summary>
    public string? Model { get; init; }

    /// <summary>All else that the engine depends on: precision, fixed dims, versions, the GPU. By name.</summary>
    public ImmutableSortedDictionary<string, string> Parts { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Bytes of all its files.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it was built.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>How long that took.</summary>
    public TimeSpan BuildTime { get; init; }

    /// <summary>When a process last loaded it. Never in the future, whatever the clock did.</summary>
    public required DateTimeOffset LastUsed { get; init; }

    /// <summary>Whether a process, perhaps this one, has it loaded now.</summary>
    public bool InUse { get; init; }

    /// <summary>Why it will never be loaded; null for an entry whose manifest is sound.</summary>
    public string? Damage { get; init; }
}
