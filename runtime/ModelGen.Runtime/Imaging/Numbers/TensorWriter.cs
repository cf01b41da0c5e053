namespace ModelGen;

/// <summary>Turns rows of pixels into rows of the tensor, in its layout, with its numbers and its element type.</summary>
internal abstract unsafe class TensorWriter
{
    /// <summary>Whether a formula was found; if not, tables are read.</summary>
    internal abstract bool HasFormula { get; }

    /// <summary>Writes one row of the tensor: the picture's pixels, and padding to both sides of them.</summary>
    /// <param name="pixels">One working pixel (<paramref name="lanes"/> bytes) for each column of <paramref name="across"/>.</param>
    /// <param name="lanes">1 or 4.</param>
    /// <param name="across">Which columns the picture covers.</param>
    /// <param name="tensor">Start of the tensor.</param>
    /// <param name="y">Which row.</param>
    internal abstract void Row(byte* pixels, int lanes, AxisSpan across, void* tensor, int y);

    /// <summary>Writes one row of the tensor from levels that are no bytes.</summary>
    /// <param name="levels">The pixels, <paramref name="lanes"/> values each.</param>
    /// <param name="lanes">1, which stands for all channels, or as many as the tensor has.</param>
    /// <param name="across">Which columns the picture covers.</param>
    /// <param name="tensor">Start of the tensor.</param>
    /// <param name="y">Which row.</param>
    internal abstract void Row(float* levels, int lanes, AxisSpan across, void* tensor, int y);

    /// <inheritdoc cref="Row(float*, int, AxisSpan, void*, int)"/>
    internal abstract void Row(double* levels, int lanes, AxisSpan across, void* tensor, int y);

    /// <summary>Fills a row of the tensor that the picture does not reach.</summary>
    internal abstract void Padding(void* tensor, int y);
}
