namespace ModelGen.Onnx.Operators;

/// <summary>All operators whose shapes are known, by domain and name.</summary>
internal static class OpTable
{
    /// <summary>The newest version of the standard operator set that was read, that of ONNX 1.23.</summary>
    public const long NewestOpset = 28;

    /// <summary>The families, in the order of docs/operators.md.</summary>
    public static IReadOnlyList<OperatorFamily> Families { get; } =
    [
        Constants.Family,
        Elementwise.Family,
        Arithmetic.Family,
        Casts.Family,
        Reductions.Family,
        LinearAlgebra.Family,
        Sequences.Family,
        Optionals.Family,
        Text.Family,
        ControlFlow.Family,
        Convolution.Family,
        Pooling.Family,
        Detection.Family,
        Resizing.Family,
        Normalization.Family,
        Recurrent.Family,
        Attention.Family,
        Losses.Family,
        Signals.Family,
        Quantization.Family,
        Training.Family,
        ShapeQueries.Family,
        Reshaping.Family,
        Arranging.Family,
        Slicing.Family,
        Gathering.Family,
        Scattering.Family,
        Extending.Family,
        Selecting.Family,
        Blocks.Family,
        FeatureOperators.Family,
        Predictors.Family,
        AttentionOperators.Family,
        MatMulOperators.Family,
        ElementwiseOperators.Family,
        QuantizedOperators.Family,
        VisionOperators.Family,
        SequenceOperators.Family,
        MovementOperators.Family,
        Collectives.Family,
        OptimizedFiles.Blocked,
        OptimizedFiles.Relaid,
        LegacyOperators.Family,
    ];

    private static readonly Dictionary<(string Domain, string Name), Operator> s_operators =
        Families.SelectMany(family => family.Operators).ToDictionary(op => (op.Domain, op.Name));

    /// <summary>The row of an operator; null when there is none.</summary>
    /// <param name="domain">The node's domain, in either spelling of the standard one.</param>
    /// <param name="name">The node's operator.</param>
    public static Operator? Find(string domain, string name) => s_operators.TryGetValue((Domains.Normalize(domain), name), out Operator found) ? found : null;
}
