using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>How variants of a model are compared.</summary>
public sealed record CompareOptions
{
    /// <summary>How often each side is run, with other random numbers each time; from 1. 1 unless set.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>Values for inputs, the same for each sample. The others get random ones: see <see cref="NamedTensor.Random"/>.</summary>
    public ImmutableArray<NamedTensor> Inputs { get; init; } = [];

    /// <summary>Sizes of open dims by their names, for inputs without values; 1 for those that are not here.</summary>
    public ImmutableDictionary<string, int> OpenDims { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Dims of inputs without values, by the inputs' names; for dims that have no name of their own. They stand above <see cref="OpenDims"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<long>> InputShapes { get; init; } = ImmutableDictionary<string, ImmutableArray<long>>.Empty;

    /// <summary>The seed of the first sample; the next one's is one more. 0 unless set.</summary>
    public int Seed { get; init; }

    /// <summary>The largest relative error (<see cref="ValueDifference.MaxRelative"/>) that is still the same. 0.001 unless set.</summary>
    public double Tolerance { get; init; } = 1e-3;

    /// <summary>The axis of the classes for <see cref="ValueDifference.TopAgreement"/>; below 0 it counts from the last, -1. Null for the last one of up to three dims, and the smaller of the second and the last of more.</summary>
    public int? ClassAxis { get; init; }

    /// <summary>Whether the first node is sought whose value is beyond the tolerance.</summary>
    /// <remarks>
    /// For that, each value inside the graph is made an output, in a copy of the model in the folder for temporary files, and ONNX Runtime's graph optimisations
    /// are off: they would remove most of these values. What the optimisations themselves do is not found so.
    /// </remarks>
    public bool FindNode { get; init; }

    /// <summary>Memory for values inside the graph, in bytes; with less, the model runs more often. About 256 MB unless set.</summary>
    public long NodeMemoryBytes { get; init; } = 256_000_000;

    /// <summary>Is told how far it is, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }
}
