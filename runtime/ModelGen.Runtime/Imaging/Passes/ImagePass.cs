namespace ModelGen;

/// <summary>One picture on its way into one tensor: rows are pulled from the source as targets need them.</summary>
internal unsafe ref struct ImagePass
{
    private readonly ResamplePlan _plan;
    private readonly PictureRun _run;
    private readonly ScratchLayout _layout;

    // Rows of the ring that are filled, counted from the first source row that is needed.
    private int _filled;

    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="run">The picture and the tensor.</param>
    /// <param name="layout">How the scratch memory is divided.</param>
    internal ImagePass(ResamplePlan plan, in PictureRun run, ScratchLayout layout) => (_plan, _run, _layout) = (plan, run, layout);

    internal void Run()
    {
        AxisSpan down = _plan.Down;
        for (int y = 0; y < down.Count; y += ResamplePlan.Strip)
        {
            int rows = Math.Min(ResamplePlan.Strip, down.Count - y);
            Produce(y, rows);
            for (int i = 0; i < rows; i++)
                _run.Writer.Row(LaneRow(i), _plan.Lanes, _plan.Across, _run.Tensor, down.Before + y + i);
        }
    }

    // Fills the lane rows with targets y, y + 1, …
    private void Produce(int y, int rows)
    {
        if (_plan.HorizontalFeedsVertical)
        {
            for (int i = 0; i < rows; i++) Mix(y + i, LaneRow(i), _plan.Across.Count * _plan.Lanes);
            return;
        }

        byte** sources = stackalloc byte*[ResamplePlan.Strip], results = stackalloc byte*[ResamplePlan.Strip];
        for (int i = 0; i < rows; i++)
        {
            results[i] = LaneRow(i);
            if (_plan.Vertical is null)
            {
                sources[i] = SourceRow(_plan.Rows.Map[y + i], i);
                continue;
            }

            sources[i] = _run.Scratch + _layout.MixedRows + (nint)i * _layout.SourceStride;
            Mix(y + i, sources[i], _plan.Columns.SourceCount * _plan.WorkingBytes);
        }

        Across(sources, results, rows);
    }

    private readonly void Across(byte** sources, byte** results, int rows)
    {
        if (_plan.Horizontal is not null)
        {
            // Strips are whole: the last row stands in for those that are missing.
            for (int i = rows; i < ResamplePlan.Strip; i++)
            {
                sources[i] = sources[rows - 1];
                results[i] = results[rows - 1];
            }

            if (_plan.Lanes == 1) HorizontalPass.Gray(_run.Path, _plan, sources, results);
            else HorizontalPass.Color(_run.Path, _plan, _plan.Order, sources, results, _run.Scratch + _layout.Gathered);
            return;
        }

        for (int i = 0; i < rows; i++)
        {
            if (_plan.Lanes == 1) PixelCopy.Gray(_plan.Columns, sources[i], results[i]);
            else PixelCopy.Color(_run.Path, _plan.Columns, _plan.Order, sources[i], (uint*)results[i]);
        }
    }

    // The vertical pass for one target row, over the ring or straight over the source.
    private void Mix(int y, byte* result, int length)
    {
        AxisWeights axis = _plan.Rows.Weights!;
        int start = axis.Starts[y], last = Math.Min(start + axis.Taps, _plan.Rows.SourceCount) - 1;
        byte** taps = (byte**)_run.Scratch;
        if (_layout.RingRows > 0)
        {
            while (_filled <= last) Fill();
            for (int i = 0; i < _layout.TapPointers; i++) taps[i] = RingRow(Math.Min(start + i, last));
        }
        else
        {
            for (int i = 0; i < _layout.TapPointers; i++) taps[i] = SourcePixels(Math.Min(start + i, last));
        }

        VerticalPass.Run(_run.Path, axis, _plan.Vertical!, y, taps, result, length);
    }

    // The next rows of the ring: a strip after the horizontal pass, or converted rows.
    private void Fill()
    {
        int rows = Math.Min(ResamplePlan.Strip, _plan.Rows.SourceCount - _filled);
        if (_plan.HorizontalFeedsVertical)
        {
            byte** sources = stackalloc byte*[ResamplePlan.Strip], results = stackalloc byte*[ResamplePlan.Strip];
            for (int i = 0; i < rows; i++)
            {
                sources[i] = SourceRow(_filled + i, i);
                results[i] = RingRow(_filled + i);
            }

            Across(sources, results, rows);
        }
        else
        {
            for (int i = 0; i < rows; i++)
                _plan.Conversion.Row(_run.Path, SourcePixels(_filled + i), RingRow(_filled + i), _plan.Columns.SourceCount);
        }

        _filled += rows;
    }

    // A row that the horizontal pass may read as far as it likes; slot is a buffer for a copy.
    private readonly byte* SourceRow(int row, int slot)
    {
        byte* pixels = SourcePixels(row), copy = _run.Scratch + _layout.SourceRows + (nint)slot * _layout.SourceStride;
        if (_plan.Conversion.IsNeeded)
        {
            _plan.Conversion.Row(_run.Path, pixels, copy, _plan.Columns.SourceCount);
            return copy;
        }

        if (_plan.Horizontal is null || pixels - _run.Pixels + HorizontalPass.ReadEnd(_plan, _plan.WorkingBytes) <= _run.Length) return pixels;
        int bytes = _plan.Columns.SourceCount * _plan.WorkingBytes;
        new ReadOnlySpan<byte>(pixels, bytes).CopyTo(new Span<byte>(copy, bytes));
        return copy;
    }

    private readonly byte* SourcePixels(int row) =>
        _run.Pixels + (nint)(_plan.Rows.First + row) * _run.Stride + (nint)_plan.Columns.First * _plan.Order.Bytes;

    private readonly byte* RingRow(int row) => _run.Scratch + _layout.Ring + (nint)(row % _layout.RingRows) * _layout.RingStride;

    private readonly byte* LaneRow(int slot) => _run.Scratch + _layout.LaneRows + (nint)slot * _layout.LaneStride;
}
