namespace ModelGen.Onnx;

/// <summary>What a stored tensor is there for.</summary>
internal enum TensorRole
{
    /// <summary>A dense tensor.</summary>
    Dense,
    /// <summary>The values of a sparse one.</summary>
    SparseValues,
    /// <summary>The indices of a sparse one.</summary>
    SparseIndices,
}
