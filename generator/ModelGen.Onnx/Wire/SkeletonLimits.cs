namespace ModelGen.Onnx.Wire;

/// <summary>How much of a file the skeleton keeps, and how deep and long it follows one.</summary>
/// <remarks>
/// The largest graphs that exporters write (unrolled decoders, about 100,000 nodes with value_info) take about 30 MB
/// and a million messages without their weights; the caps leave room above that and keep a hostile file's cost bounded.
/// </remarks>
internal static class SkeletonLimits
{
    /// <summary>Payload of one tensor that is kept, in bytes: enough for every shape, axes or scales constant.</summary>
    public const int TensorPayload = 4 * 1024;

    /// <summary>Payload of one attribute that is kept, in bytes: class labels are wanted, tree ensembles' node tables are not.</summary>
    public const int AttributePayload = 64 * 1024;

    /// <summary>A longer doc string than this, in bytes, is left out.</summary>
    public const int Text = 16 * 1024;

    /// <summary>Bytes that all that is kept may take together.</summary>
    public const int Bytes = 64 * 1024 * 1024;

    /// <summary>Messages that are kept; each costs Google.Protobuf up to about 300 bytes of objects.</summary>
    public const int Messages = 2_000_000;

    /// <summary>Fields that are looked at, kept or not; one takes about 20 ns, so this is a few seconds.</summary>
    public const long Fields = 100_000_000;

    /// <summary>
    /// Graphs within graphs (bodies of If, Loop and Scan). Google.Protobuf stops at 100 nested messages: a subgraph takes three of them,
    /// a type below the innermost one up to <c>4 + 2 × Types</c>, so 24 and 8 stay below it with every combination.
    /// </summary>
    public const int Subgraphs = 24;

    /// <summary>Sequences, maps and optionals within each other; the standard's own operators need three.</summary>
    public const int Types = 8;
}
