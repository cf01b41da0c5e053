using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>What goes into a model's inputs.</summary>
/// <param name="Given">Values that are there. Floats are converted to the input's own type of floats.</param>
/// <param name="OpenDims">Sizes of named dims, for the other inputs; those without one are 1.</param>
/// <param name="Shapes">Dims of other inputs by their names, above those.</param>
/// <param name="Seed">Equal seeds give equal random numbers.</param>
internal sealed record InputPlan(
    ImmutableArray<NamedTensor> Given, ImmutableDictionary<string, int> OpenDims, ImmutableDictionary<string, ImmutableArray<long>> Shapes, int Seed)
{
    /// <summary>Exactly these values.</summary>
    public static InputPlan Of(ImmutableArray<NamedTensor> given) =>
        new(given, ImmutableDictionary<string, int>.Empty, ImmutableDictionary<string, ImmutableArray<long>>.Empty, 0);
}
