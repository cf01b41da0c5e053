using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ModelGen.Engines;

/// <summary>What computes, what was tried before, and how the engine came about.</summary>
public sealed record EngineReport
{
    /// <summary>The provider in use.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Calls that may be rented at once.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>What was tried, in that order, and why it was not taken.</summary>
    public ImmutableArray<ProviderAttempt> Attempts { get; init; } = [];

    /// <summary>How the engine came about; null where the provider has none, and loads the model itself.</summary>
    public EngineOutcome? Outcome { get; init; }

    /// <summary>Why the engine was built, or could not be kept: <c>no engine for driver 580.95; 3 others for this model</c>. Empty when there is nothing to say.</summary>
    public string CacheReason { get; init; } = "";

    /// <summary>The engine's key in the cache, in hexadecimal; null where there is no engine.</summary>
    public string? CacheKey { get; init; }

    /// <summary>How long the model, or the engine, took to load.</summary>
    public TimeSpan LoadTime { get; init; }

    /// <summary>How long the engine took to build; zero where none was built.</summary>
    public TimeSpan BuildTime { get; init; }

    /// <summary>The precision that the provider was asked for.</summary>
    public Precision Precision { get; init; }

    /// <summary>What else is worth knowing: settings that had no effect, numbers that are less exact.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>The largest batch that the engine serves; null where any is fine.</summary>
    public int? MaxBatch { get; init; }

    /// <summary>Several lines for people.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{Provider}, {Outcome switch
        {
            EngineOutcome.Hit => "engine from the cache",
            EngineOutcome.Built => "engine built",
            EngineOutcome.Rebuilt => "engine built again",
            EngineOutcome.Uncached => "engine built, not kept",
            _ => "model loaded",
        }} in {(BuildTime > TimeSpan.Zero ? BuildTime : LoadTime).TotalSeconds:0.00} s");
        if (CacheReason.Length > 0)
            text.Append(": ").Append(CacheReason);
        foreach (ProviderAttempt attempt in Attempts.Where(attempt => !attempt.Taken))
            text.AppendLine().Append("  ").Append(attempt);
        foreach (string remark in Remarks)
            text.AppendLine().Append("  ").Append(remark);
        return text.ToString();
    }
}
