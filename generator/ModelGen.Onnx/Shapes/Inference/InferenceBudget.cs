using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Bounds what one inference may spend: a file of a few bytes can ask for loops without end and tensors without measure.</summary>
internal sealed class InferenceBudget
{
    // 16 bytes each, so 64 MB; the largest of some hundred real exports use some ten thousand.
    private const long Elements = 4 * 1024 * 1024;

    // Beyond the nodes of the file: what loops that are run through and functions that are entered again add. A visit takes about a microsecond and up to 2 KB.
    private const long ExtraVisits = 60_000;

    // An exception costs some ten microseconds; a graph with this many nodes that can't run is hopeless anyway.
    private const int Failures = 2_000;

    // No tensor takes more than this part of what is left: then masks and tables, of which large models compute thousands, can't use up
    // the room for shapes.
    private const int LargestPart = 64;

    private long _elements = Elements;
    private long _visits;
    private int _failures = Failures;

    /// <summary>For a model with so many nodes in all bodies together.</summary>
    public InferenceBudget(long nodes) => _visits = nodes + ExtraVisits;

    /// <summary>Subgraphs and functions within each other; the stack holds several times as many.</summary>
    public const int Depth = 64;

    /// <summary>The visits that are left.</summary>
    public long Visits => _visits;

    /// <summary>Takes one visit; false when none is left.</summary>
    public bool TryVisit() => _visits-- > 0;

    /// <summary>Takes what entering a subgraph costs beside its nodes: a fact for each input, initializer and output. False when less is left.</summary>
    public bool TryEnter(GraphProto graph) =>
        (_visits -= 1 + graph.Input.Count + graph.Initializer.Count + graph.SparseInitializer.Count + graph.Output.Count) > 0;

    /// <summary>Takes what a shape of many dims costs, a visit for each four of them.</summary>
    public void Charge(int rank) => _visits -= rank / 4;

    /// <summary>Takes one failure; false when none is left.</summary>
    public bool TryFail() => _failures-- > 0;

    /// <summary>Whether rules are still run.</summary>
    public bool MayFail => _failures > 0;

    /// <summary>Room for so many elements, all unknown; null when they are more than are followed, or too many for what is left in all.</summary>
    public Scalar[]? Room(long count)
    {
        if (count is < 0 or > PartialTensor.MostElements || count > _elements / LargestPart)
            return null;
        // Even an empty array is an object.
        _elements -= count + 2;
        return new Scalar[count];
    }
}
