namespace ModelGen.Onnx.Operators;

/// <summary>A row of the operator table.</summary>
/// <param name="Name">The operator's name.</param>
/// <param name="Versions">Every opset version that defines it anew; the rule covers them all, and later ones until they are read.</param>
/// <param name="Rule">What it does to shapes.</param>
internal sealed record Operator(string Name, int[] Versions, ShapeRule Rule)
{
    /// <summary>The operator set it belongs to.</summary>
    public string Domain { get; init; } = Domains.Standard;

    /// <summary>Whether elements of small tensors are followed through it, so that sizes computed with it are known.</summary>
    public bool FollowsElements { get; init; }

    /// <summary>Why some dims depend on data, as <c>the number of non-zero elements</c>; null when shapes follow from shapes (and from followed elements).</summary>
    public string? DataDependent { get; init; }
}
