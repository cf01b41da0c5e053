using ModelGen.Engines;

namespace ModelGen;

/// <summary>Where the time of a loaded model goes, and what computes its nodes.</summary>
public static class ModelProfiling
{
    /// <summary>Runs the model in a second session with ONNX Runtime's profiling on. Calls on the model itself go on meanwhile.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How it is profiled; null for 20 runs on random numbers.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    /// <exception cref="ModelGenException">The model can't be loaded again, or run.</exception>
    public static EngineProfile Profile(this Model model, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Engine.Profile(options, cancellationToken);
    }

    /// <inheritdoc cref="Profile(Model, ProfileOptions?, CancellationToken)"/>
    public static EngineProfile Profile(this Engine engine, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Profiler.Profile(engine.Info, engine.Options, engine.ModelPath, options ?? new ProfileOptions(), cancellationToken);
    }
}
