namespace ModelGen.Onnx;

/// <summary>Where a shape was lost on its way through the graph, and why.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Node">The first node that lost it, as <c>NonZero 'mask'</c>.</param>
/// <param name="Why">The reason, as the end of a sentence that begins with the node.</param>
/// <param name="FromOpenDims">Whether it is only because dims of the inputs are open: once they are fixed, it may be known.</param>
public sealed record ShapeLoss(string Node, string Why, bool FromOpenDims);
