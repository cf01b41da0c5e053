using System.Numerics;

namespace ModelGen;

/// <summary>The writer for one element type: float, <see cref="Half"/>, byte or sbyte.</summary>
/// <remarks>Immutable; built once a pipeline.</remarks>
internal sealed unsafe class TensorWriter<T> : TensorWriter
    where T : unmanaged
{
    private readonly ImageSteps _steps;
    private readonly ChannelNumbers[] _numbers;
    private readonly float[][] _floats;
    private readonly T[][] _tables;
    private readonly T[] _padding;
    private readonly NumberFormula? _formula;

    internal TensorWriter(ImageSteps steps, VectorPath path)
    {
        _steps = steps;
        _numbers = [.. Enumerable.Range(0, steps.Channels).Select(channel => ChannelNumbers.Of(steps, channel))];
        _floats = [.. Enumerable.Range(0, steps.Channels).Select(channel => NumberTable.Build(steps, channel))];
        _tables = [.. _floats.Select(table => Array.ConvertAll(table, Element))];
        _padding = [.. _floats.Select(table => Element(steps.Padding is { } padding ? padding.Number ?? table[padding.Level] : table[0]))];
        _formula = path == VectorPath.Scalar || typeof(T) != typeof(float) ? null : NumberFormula.Find(steps, _floats);
    }

    /// <inheritdoc/>
    internal override bool HasFormula => _formula is not null;

    // One channel is the same in both layouts.
    private bool IsPlanar => _steps.Layout == ImageLayout.Chw || _tables.Length == 1;

    // Elements from one pixel of a row to the next.
    private int Step => IsPlanar ? 1 : _tables.Length;

    /// <inheritdoc/>
    internal override void Row(byte* pixels, int lanes, AxisSpan across, void* tensor, int y)
    {
        if (typeof(T) == typeof(float) && IsPlanar)
        {
            for (int channel = 0; channel < _tables.Length; channel++)
                PlanarRow.Write(pixels, lanes, channel, across.Count, (float*)At(tensor, channel, y, across.Before), _floats[channel], _formula);
        }
        else if (typeof(T) == typeof(float) && _tables.Length == 3)
        {
            InterleavedRow.Write(pixels, lanes, across.Count, (float*)At(tensor, 0, y, across.Before), _floats, _formula);
        }
        else
        {
            for (int channel = 0; channel < _tables.Length; channel++)
            {
                T* row = At(tensor, channel, y, across.Before);
                T[] table = _tables[channel];
                byte* level = lanes == 1 ? pixels : pixels + channel;
                for (int x = 0; x < across.Count; x++) row[(nint)x * Step] = table[level[(nint)x * lanes]];
            }
        }

        PadSides(tensor, y, across);
    }

    /// <inheritdoc/>
    internal override void Row(float* levels, int lanes, AxisSpan across, void* tensor, int y) => Levels(levels, lanes, across, tensor, y);

    /// <inheritdoc/>
    internal override void Row(double* levels, int lanes, AxisSpan across, void* tensor, int y) => Levels(levels, lanes, across, tensor, y);

    /// <inheritdoc/>
    internal override void Padding(void* tensor, int y) => Pad(tensor, y, 0, _steps.Width);

    private void Levels<TLevel>(TLevel* levels, int lanes, AxisSpan across, void* tensor, int y)
        where TLevel : unmanaged, INumberBase<TLevel>
    {
        for (int channel = 0; channel < _tables.Length; channel++)
        {
            T* row = At(tensor, channel, y, across.Before);
            TLevel* level = lanes == 1 ? levels : levels + channel;
            for (int x = 0; x < across.Count; x++)
                row[(nint)x * Step] = Element(_numbers[channel].Of(double.CreateTruncating(level[(nint)x * lanes])));
        }

        PadSides(tensor, y, across);
    }

    private T Element(float number) => TensorElement.Of<T>(number, _steps.Quantization);

    private T* At(void* tensor, int channel, int y, int x) => IsPlanar
        ? (T*)tensor + ((nint)channel * _steps.Height + y) * _steps.Width + x
        : (T*)tensor + ((nint)y * _steps.Width + x) * _tables.Length + channel;

    private void PadSides(void* tensor, int y, AxisSpan across)
    {
        Pad(tensor, y, 0, across.Before);
        Pad(tensor, y, across.Before + across.Count, _steps.Width);
    }

    private void Pad(void* tensor, int y, int from, int to)
    {
        for (int channel = 0; channel < _tables.Length; channel++)
        {
            T* row = At(tensor, channel, y, 0);
            if (IsPlanar && from < to) new Span<T>(row + from, to - from).Fill(_padding[channel]);
            for (int x = from; !IsPlanar && x < to; x++) row[(nint)x * Step] = _padding[channel];
        }
    }
}
