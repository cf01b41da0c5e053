namespace ModelGen;

/// <summary>Turns rows of bytes into rows of the tensor, in its layout and with its numbers.</summary>
/// <remarks>Immutable; built once a pipeline.</remarks>
internal sealed unsafe class TensorWriter
{
    private readonly ImageSteps _steps;
    private readonly float[][] _tables;
    private readonly float[] _padding;
    private readonly NumberFormula? _formula;

    internal TensorWriter(ImageSteps steps, VectorPath path)
    {
        _steps = steps;
        _tables = new float[steps.Channels][];
        for (int channel = 0; channel < _tables.Length; channel++) _tables[channel] = NumberTable.Build(steps, channel);
        _padding = [.. _tables.Select(table => steps.Padding is { } padding ? padding.Number ?? table[padding.Level] : table[0])];
        _formula = path == VectorPath.Scalar ? null : NumberFormula.Find(steps, _tables);
    }

    /// <summary>Whether a formula was found; if not, tables are read.</summary>
    internal bool HasFormula => _formula is not null;

    // One channel is the same in both layouts.
    private bool IsPlanar => _steps.Layout == ImageLayout.Chw || _tables.Length == 1;

    /// <summary>Writes one row of the tensor: the picture's pixels, and padding to both sides of them.</summary>
    /// <param name="pixels">One working pixel (<paramref name="lanes"/> bytes) for each column of <paramref name="across"/>.</param>
    /// <param name="lanes">1 or 4.</param>
    /// <param name="across">Which columns the picture covers.</param>
    /// <param name="tensor">Start of the tensor.</param>
    /// <param name="y">Which row.</param>
    internal void Row(byte* pixels, int lanes, AxisSpan across, float* tensor, int y)
    {
        int width = _steps.Width;
        if (IsPlanar)
        {
            for (int channel = 0; channel < _tables.Length; channel++)
            {
                float* row = tensor + ((nint)channel * _steps.Height + y) * width + across.Before;
                PlanarRow.Write(pixels, lanes, channel, across.Count, row, _tables[channel], _formula);
            }
        }
        else
        {
            InterleavedRow.Write(pixels, lanes, across.Count, tensor + ((nint)y * width + across.Before) * _tables.Length, _tables, _formula);
        }

        Pad(tensor, y, 0, across.Before);
        Pad(tensor, y, across.Before + across.Count, width);
    }

    /// <summary>Writes one row of the tensor from levels that are not whole: the picture's pixels, and padding to both sides of them.</summary>
    /// <param name="levels">For each channel of the tensor, one after the other, a level (0 to 255) for each column of <paramref name="across"/>.</param>
    /// <param name="stride">Numbers from one channel of <paramref name="levels"/> to the next; 0 when all channels are the same.</param>
    /// <param name="across">Which columns the picture covers.</param>
    /// <param name="tensor">Start of the tensor.</param>
    /// <param name="y">Which row.</param>
    internal void Floats(float* levels, int stride, AxisSpan across, float* tensor, int y)
    {
        int width = _steps.Width, channels = _tables.Length, step = IsPlanar ? 1 : channels;
        for (int channel = 0; channel < channels; channel++)
        {
            float* row = IsPlanar
                ? tensor + ((nint)channel * _steps.Height + y) * width + across.Before
                : tensor + ((nint)y * width + across.Before) * channels + channel;
            FloatRow.Write(_steps, channel, levels + (nint)channel * stride, across.Count, row, step);
        }

        Pad(tensor, y, 0, across.Before);
        Pad(tensor, y, across.Before + across.Count, width);
    }

    /// <summary>Fills a row of the tensor that the picture does not reach.</summary>
    internal void Padding(float* tensor, int y) => Pad(tensor, y, 0, _steps.Width);

    private void Pad(float* tensor, int y, int from, int to)
    {
        if (from >= to) return;
        for (int channel = 0; channel < _tables.Length; channel++)
        {
            if (IsPlanar)
            {
                new Span<float>(tensor + ((nint)channel * _steps.Height + y) * _steps.Width + from, to - from).Fill(_padding[channel]);
                continue;
            }

            for (int x = from; x < to; x++) tensor[((nint)y * _steps.Width + x) * _tables.Length + channel] = _padding[channel];
        }
    }
}
