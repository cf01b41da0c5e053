namespace ModelGen;

/// <summary>One picture with alpha on its way into one tensor.</summary>
internal unsafe ref struct AlphaPass
{
    private readonly AlphaPlan _plan;
    private readonly PictureRun _run;
    private readonly byte* _source;
    private readonly byte* _mixed;
    private readonly byte* _ring;

    // Rows of the ring that are filled, counted from the first source row that is needed.
    private int _filled;

    internal AlphaPass(AlphaPlan plan, in PictureRun run)
    {
        (_plan, _run) = (plan, run);
        _source = run.Scratch;
        _mixed = _source + plan.RowBytes;
        _ring = _mixed + plan.RowBytes;
    }

    internal void Run()
    {
        for (int y = 0; y < _plan.Down.Count; y++)
            _run.Writer.Row(Produce(y), sizeof(uint), _plan.Across, _run.Tensor, _plan.Down.Before + y);
    }

    private byte* Produce(int y)
    {
        byte* row;
        if (_plan.Rows.Weights is not { } axis)
        {
            row = Across(Source(_plan.Rows.Map[y]), _mixed);
        }
        else if (_plan.VerticalFirst)
        {
            Mix(axis, y, _source, _plan.Columns.SourceCount * sizeof(uint));
            row = Across(_source, _mixed);
        }
        else
        {
            Mix(axis, y, _mixed, _plan.Across.Count * sizeof(uint));
            row = _mixed;
        }

        if (_plan.Premultiplies) Premultiplied.Undo(row, _plan.Across.Count);
        return row;
    }

    private void Mix(AxisWeights axis, int y, byte* result, int length)
    {
        int start = axis.Starts[y], taps = Math.Min(axis.Taps, _plan.Rows.SourceCount - start);
        for (; _filled < start + taps; _filled++)
        {
            byte* row = RingRow(_filled);
            if (_plan.VerticalFirst) Load(_filled, row);
            else Across(Source(_filled), row);
        }

        for (int x = 0; x < length; x++)
        {
            int sum = 0;
            for (int tap = 0; tap < taps; tap++) sum += axis.Weights[y * axis.Taps + tap] * RingRow(start + tap)[x];
            result[x] = Fixed.ToByte(sum, axis.Bits);
        }
    }

    private readonly byte* Across(byte* row, byte* result)
    {
        AxisPlan columns = _plan.Columns;
        for (int x = 0; x < _plan.Across.Count; x++)
        {
            if (columns.Weights is not { } axis)
            {
                ((uint*)result)[x] = ((uint*)row)[columns.Map[x]];
                continue;
            }

            int start = axis.Starts[x], taps = Math.Min(axis.Taps, columns.SourceCount - start);
            for (int channel = 0; channel < sizeof(uint); channel++)
            {
                int sum = 0;
                for (int tap = 0; tap < taps; tap++) sum += axis.Weights[x * axis.Taps + tap] * row[(start + tap) * sizeof(uint) + channel];
                result[x * sizeof(uint) + channel] = Fixed.ToByte(sum, axis.Bits);
            }
        }

        return result;
    }

    private readonly byte* Source(int row)
    {
        Load(row, _source);
        return _source;
    }

    // Source pixels as red, green, blue and alpha.
    private readonly void Load(int row, byte* result)
    {
        byte* pixel = _run.Pixels + (nint)(_plan.Rows.First + row) * _run.Stride + (nint)_plan.Columns.First * _plan.Format.BytesPerPixel();
        int red = _plan.Format.RedOffset(), green = _plan.Format.IsGray() ? 0 : 1, blue = _plan.Format.IsGray() ? 0 : 2 - red;
        for (int x = 0; x < _plan.Columns.SourceCount; x++, pixel += _plan.Format.BytesPerPixel())
        {
            uint alpha = _plan.Format.HasAlpha() ? pixel[3] : (uint)byte.MaxValue;
            ((uint*)result)[x] = pixel[red] | (uint)pixel[green] << 8 | (uint)pixel[blue] << 16 | alpha << 24;
        }

        if (_plan.Premultiplies) Premultiplied.Do(result, _plan.Columns.SourceCount);
    }

    private readonly byte* RingRow(int row) => _ring + (nint)(row % _plan.Reach) * _plan.RowBytes;
}
