using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>How far one variant is from the reference.</summary>
/// <param name="Name">The variant's name.</param>
/// <param name="Outputs">The outputs, in the reference's order.</param>
/// <param name="Within">Whether all of them are within the tolerance.</param>
/// <param name="FirstNode">The first node beyond it; null when none was found, or sought.</param>
/// <param name="ValuesCompared">Values inside the graph that were compared on the search; 0 when none was made.</param>
public sealed record VariantDifference(string Name, ImmutableArray<ValueDifference> Outputs, bool Within, NodeDivergence? FirstNode, int ValuesCompared);
