using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>All that makes a session, as plain values: what a test can look at, and what a loader decides before anything native happens.</summary>
internal sealed record SessionRecipe
{
    /// <summary>The file to load: a model, or a context model that refers to an engine.</summary>
    public required string ModelPath { get; init; }

    /// <summary>The provider that is asked first; the CPU takes what it leaves.</summary>
    public required Provider Provider { get; init; }

    /// <summary>The provider's settings, in its own words.</summary>
    public ImmutableSortedDictionary<string, string> Settings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>CUDA's settings, where it may take what TensorRT leaves; null where it may not.</summary>
    public ImmutableSortedDictionary<string, string>? CudaSettings { get; init; }

    /// <summary>ONNX Runtime's settings of the session, in its own words.</summary>
    public ImmutableSortedDictionary<string, string> SessionSettings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Named dims that are fixed.</summary>
    public ImmutableArray<KeyValuePair<string, long>> FixedDims { get; init; } = [];

    /// <summary>How far the graph is rewritten before it is run.</summary>
    public GraphOptimizationLevel Optimization { get; init; } = GraphOptimizationLevel.ORT_ENABLE_ALL;

    /// <summary>Where the rewritten graph is written to; null for nowhere.</summary>
    public string? OptimizedModelPath { get; init; }

    /// <summary>Where a profile is written to, as the beginning of a path; null for none.</summary>
    public string? ProfilePrefix { get; init; }

    /// <summary>Threads that one run may use; null for ONNX Runtime's choice.</summary>
    public int? IntraOpThreads { get; init; }

    /// <summary>The user's own changes, made last.</summary>
    public Action<SessionOptions>? Configure { get; init; }

    /// <summary>The same with further settings of the session.</summary>
    public SessionRecipe WithSession(string key, string value) => this with { SessionSettings = SessionSettings.SetItem(key, value) };
}
