namespace ModelGen.Engines;

/// <summary>A provider that can't be used here, with the reason in words. Becomes an attempt in the report, or an error where there is nothing to fall back on.</summary>
internal sealed class ProviderUnavailableException(string reason, string? remedy = null, Exception? cause = null) : Exception(reason, cause)
{
    /// <summary>What to do so that it loads; null when nothing is known.</summary>
    public string? Remedy { get; } = remedy;
}
