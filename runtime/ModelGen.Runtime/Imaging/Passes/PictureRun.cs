namespace ModelGen;

/// <summary>One picture on its way into one tensor. All memory is pinned while the run lasts.</summary>
/// <param name="path">Which instructions to use.</param>
/// <param name="writer">Where rows go.</param>
/// <param name="pixels">The picture's bytes.</param>
/// <param name="length">How many there are; none behind them may be read.</param>
/// <param name="stride">Bytes from one row to the next.</param>
/// <param name="scratch">As many bytes as the plan asks for.</param>
/// <param name="tensor">The tensor.</param>
internal readonly unsafe struct PictureRun(VectorPath path, TensorWriter writer, byte* pixels, int length, int stride, byte* scratch, void* tensor)
{
    internal VectorPath Path { get; } = path;

    internal TensorWriter Writer { get; } = writer;

    internal byte* Pixels { get; } = pixels;

    internal int Length { get; } = length;

    internal int Stride { get; } = stride;

    internal byte* Scratch { get; } = scratch;

    internal void* Tensor { get; } = tensor;
}
