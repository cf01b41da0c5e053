using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>What the engine shows to metrics, spans and the log.</summary>
public sealed partial class Engine
{
    /// <summary>Where messages go.</summary>
    internal ILogger Logger { get; }

    /// <summary>The gate of the backend in use.</summary>
    internal CallGate Gate => _backend.Gate;

    /// <summary>Items that wait for a batch; null where nothing is put together.</summary>
    internal Func<int>? QueuedItems { get; set; }

    /// <summary>The model, as an attribute.</summary>
    internal KeyValuePair<string, object?> ModelTag => new(TagNames.Model, Info.Name);

    /// <summary>The provider, as an attribute.</summary>
    internal KeyValuePair<string, object?> ProviderTag => new(TagNames.Provider, Report.Provider.Name);
}
