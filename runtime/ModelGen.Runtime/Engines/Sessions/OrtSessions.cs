using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Sessions of ONNX Runtime.</summary>
internal sealed class OrtSessions : ISessionSource
{
    /// <summary>The one there is.</summary>
    public static OrtSessions Instance { get; } = new();

    public string Version => Env().GetVersionString();

    public IReadOnlyList<string> CompiledProviders => Env().GetAvailableProviders();

    public InferenceSession Open(SessionRecipe recipe, CancellationToken cancellationToken)
    {
        using SessionOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        Apply(recipe, options);
        using NativeLog.Capture capture = NativeLog.Begin();
        try
        {
            ProviderAppender.Append(options, Env(), recipe);
        }
        catch (Exception e) when (e is OnnxRuntimeException or EntryPointNotFoundException or DllNotFoundException)
        {
            throw ProviderFailure.Explain(recipe.Provider, e, capture.Lines);
        }
        recipe.Configure?.Invoke(options);
        return Load(recipe.ModelPath, options, cancellationToken);
    }

    public ImmutableArray<NodeAssignment>? NodesOf(InferenceSession session) => NativeNodes.TryRead(session);

    private static void Apply(SessionRecipe recipe, SessionOptions options)
    {
        options.GraphOptimizationLevel = recipe.Optimization;
        if (recipe.IntraOpThreads is { } threads)
            options.IntraOpNumThreads = threads;
        else if (NativeRuntime.Shared is not null)
            options.DisablePerSessionThreads();
        if (recipe.OptimizedModelPath is { } optimized)
            options.OptimizedModelFilePath = optimized;
        if (recipe.ProfilePrefix is { } profile)
        {
            options.ProfileOutputPathPrefix = profile;
            options.EnableProfiling = true;
        }
        // The names are checked when the program is compiled; ONNX Runtime itself ignores an unknown one without a word.
        foreach ((string name, long size) in recipe.FixedDims)
            options.AddFreeDimensionOverrideByName(name, size);
        foreach ((string key, string value) in recipe.SessionSettings)
            options.AddSessionConfigEntry(key, value);
    }

    private static InferenceSession Load(string path, SessionOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using CancellationTokenRegistration registration = cancellationToken.CanBeCanceled
            ? cancellationToken.UnsafeRegister(static state => ((SessionOptions)state!).SetLoadCancellationFlag(true), options)
            : default;
        try
        {
            return new InferenceSession(path, options);
        }
        catch (OnnxRuntimeException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

    private static OrtEnv Env()
    {
        NativeRuntime.EnsureLoaded();
        return OrtEnv.Instance();
    }
}
