using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>What went, or in a dry run would go.</summary>
/// <param name="Removed">The entries that went.</param>
/// <param name="InUse">Entries that should have gone but are in use.</param>
/// <param name="Failed">Entries that could not be removed, with the reason.</param>
/// <param name="FreedBytes">Bytes of the entries that went.</param>
/// <param name="RemainingBytes">Bytes of all entries that are still there.</param>
/// <param name="LeftOvers">Unfinished builds of crashed processes that were removed; 0 in a dry run.</param>
public sealed record PruneResult(
    ImmutableArray<CacheEntry> Removed, ImmutableArray<CacheEntry> InUse, ImmutableArray<CacheFault> Failed, long FreedBytes, long RemainingBytes, int LeftOvers);
