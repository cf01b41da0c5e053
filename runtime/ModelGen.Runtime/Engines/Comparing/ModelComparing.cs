using ModelGen.Engines;

namespace ModelGen;

/// <summary>Holds a loaded model's results against those of other providers.</summary>
public static class ModelComparing
{
    /// <summary>Compares the model as it is loaded with the same model on other providers, in sessions of their own. Calls on the model itself go on meanwhile.</summary>
    /// <param name="engine">The reference.</param>
    /// <param name="others">What is held against it; each loads the engine's own file, unless it names another model.</param>
    /// <param name="options">How they are compared; null for the usual way.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    /// <exception cref="ModelGenException">A variant can't be loaded or run.</exception>
    public static EngineComparison Compare(
        this Engine engine, IEnumerable<EngineVariant> others, CompareOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(others);
        EngineVariant reference = new(engine.Report.Provider.Name, engine.Options);
        // Those of the same model are of the file in use, which was found and verified when the engine was loaded.
        return Comparer.Compare(
            engine.Info,
            [.. others.Prepend(reference).Select(variant => variant.Info is null
                ? variant with { Options = variant.Options with { ModelPath = engine.ModelPath, VerifyModelFile = false } }
                : variant)],
            options, cancellationToken);
    }

    /// <summary>Compares the model as it is loaded with the same model on another provider.</summary>
    /// <inheritdoc cref="Compare(Engine, IEnumerable{EngineVariant}, CompareOptions?, CancellationToken)"/>
    /// <param name="engine">The reference.</param>
    /// <param name="other">What computes the other side.</param>
    /// <param name="options">How they are compared; null for the usual way.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    public static EngineComparison Compare(this Engine engine, Provider other, CompareOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(other);
        return engine.Compare([new EngineVariant(other.Name, engine.Options with { Provider = other })], options, cancellationToken);
    }
}
