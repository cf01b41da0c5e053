namespace ModelGen.Onnx;

/// <summary>A source of unknown elements: the shape of a value whose dims are open.</summary>
/// <param name="Name">The value.</param>
internal sealed record OpenDims(string Name);
