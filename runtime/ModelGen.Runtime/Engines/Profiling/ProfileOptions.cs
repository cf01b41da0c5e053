using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>How a model is profiled.</summary>
public sealed record ProfileOptions
{
    /// <summary>Runs that count, from 1. 20 unless set. Fewer are made where ONNX Runtime's profile would be full: it has room for a million events, one a node and run.</summary>
    public int Runs { get; init; } = 20;

    /// <summary>Runs before them, which do not count: the first ones allocate memory and build what is built lazily. 3 unless set.</summary>
    public int Warmup { get; init; } = 3;

    /// <summary>Values for inputs. The others get random ones: see <see cref="NamedTensor.Random"/>.</summary>
    public ImmutableArray<NamedTensor> Inputs { get; init; } = [];

    /// <summary>Sizes of open dims by their names, for inputs without values; 1 for those that are not here.</summary>
    public ImmutableDictionary<string, int> OpenDims { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Dims of inputs without values, by the inputs' names; for dims that have no name of their own. They stand above <see cref="OpenDims"/>.</summary>
    public ImmutableDictionary<string, ImmutableArray<long>> InputShapes { get; init; } = ImmutableDictionary<string, ImmutableArray<long>>.Empty;

    /// <summary>Equal seeds give equal random numbers. 0 unless set.</summary>
    public int Seed { get; init; }
}
