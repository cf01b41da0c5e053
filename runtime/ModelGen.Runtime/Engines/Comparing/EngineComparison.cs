using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>What came of running a model on several providers, or with several settings.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Reference">The variant that the others were compared with.</param>
/// <param name="Samples">How often each side ran.</param>
/// <param name="Tolerance">The largest relative error that counts as the same.</param>
/// <param name="Variants">The other variants, in the order in which they were given.</param>
public sealed record EngineComparison(string Model, string Reference, int Samples, double Tolerance, ImmutableArray<VariantDifference> Variants)
{
    /// <summary>Whether every output of every variant is within the tolerance.</summary>
    public bool Within => Variants.All(variant => variant.Within);
}
