namespace ModelGen.Engines;

/// <summary>Runs a model on several providers, or with several settings, and says how far the results are apart.</summary>
public static class Comparer
{
    /// <summary>Loads each variant in a session of its own and runs all of them on the same values.</summary>
    /// <param name="info">The model.</param>
    /// <param name="variants">Two at least; the first is the reference.</param>
    /// <param name="options">How they are compared; null for the usual way.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    /// <exception cref="ModelGenException">A variant can't be loaded or run, or its provider takes no node of the model.</exception>
    /// <exception cref="ArgumentException">Fewer than two variants, fewer than one sample, or a tolerance below 0.</exception>
    public static EngineComparison Compare(
        ModelInfo info, IReadOnlyList<EngineVariant> variants, CompareOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        ArgumentNullException.ThrowIfNull(variants);
        options ??= new CompareOptions();
        if (variants.Count < 2)
            throw new ArgumentException($"A comparison takes two variants at least, the reference first; {variants.Count} came.", nameof(variants));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Samples, 1, nameof(options));
        if (!(options.Tolerance >= 0))
            throw new ArgumentOutOfRangeException(nameof(options), options.Tolerance, "A tolerance is a number from 0.");
        NativeRuntime.EnsureLoaded();
        return new Comparison(info, variants, options, cancellationToken).Run();
    }
}
