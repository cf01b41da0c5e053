namespace ModelGen;

/// <summary>One picture on its way into one tensor: rows are pulled from the source as targets need them.</summary>
internal unsafe ref struct ImagePass
{
    private readonly VectorPath _path;
    private readonly ResamplePlan _plan;
    private readonly TensorWriter _writer;
    private readonly PixelFormat _format;
    private readonly PixelOrder _order;
    private readonly ScratchLayout _layout;
    private readonly byte* _pixels;
    private readonly int _length;
    private readonly int _stride;
    private readonly byte* _scratch;
    private readonly bool _toGray;

    // Rows of the ring that are filled, counted from the first source row that is needed.
    private int _filled;

    /// <param name="path">Which instructions to use.</param>
    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="writer">Where rows of pixels go.</param>
    /// <param name="image">The picture; <paramref name="pixels"/> are its bytes.</param>
    /// <param name="pixels">The picture's bytes, pinned.</param>
    /// <param name="order">Where the tensor's channels are in a source pixel.</param>
    /// <param name="layout">How <paramref name="scratch"/> is divided.</param>
    /// <param name="scratch">Row buffers, pinned.</param>
    internal ImagePass(VectorPath path, ResamplePlan plan, TensorWriter writer, ImageView image, byte* pixels, PixelOrder order, ScratchLayout layout, byte* scratch)
    {
        (_path, _plan, _writer, _format, _order, _layout) = (path, plan, writer, image.Format, order, layout);
        (_length, _stride) = (image.Pixels.Length, image.Stride);
        _pixels = pixels;
        _scratch = scratch;
        _toGray = plan.Lanes == 1 && image.Format != PixelFormat.Gray8;
    }

    private readonly int WorkingBytes => _plan.Lanes == 1 ? 1 : _order.Bytes;

    internal void Run(void* tensor, int height)
    {
        AxisSpan down = _plan.Rows.Span;
        for (int y = 0; y < down.Before; y++) _writer.Padding(tensor, y);
        for (int y = 0; y < down.Count; y += ResamplePlan.Strip)
        {
            int rows = Math.Min(ResamplePlan.Strip, down.Count - y);
            Produce(y, rows);
            for (int i = 0; i < rows; i++)
                _writer.Row(LaneRow(i), _plan.Lanes, _plan.Columns.Span, tensor, down.Before + y + i);
        }

        for (int y = down.Before + down.Count; y < height; y++) _writer.Padding(tensor, y);
    }

    // Fills the lane rows with targets y, y + 1, …
    private void Produce(int y, int rows)
    {
        if (_plan.HorizontalFeedsVertical)
        {
            for (int i = 0; i < rows; i++) Mix(y + i, LaneRow(i), _plan.Columns.Span.Count * _plan.Lanes);
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

            sources[i] = _scratch + _layout.MixedRows + (nint)i * _layout.SourceStride;
            Mix(y + i, sources[i], _plan.Columns.SourceCount * WorkingBytes);
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

            if (_plan.Lanes == 1) HorizontalPass.Gray(_path, _plan, sources, results);
            else HorizontalPass.Color(_path, _plan, _order, sources, results, _scratch + _layout.Gathered);
            return;
        }

        for (int i = 0; i < rows; i++)
        {
            if (_plan.Lanes == 1) PixelCopy.Gray(_plan.Columns, sources[i], results[i]);
            else PixelCopy.Color(_path, _plan.Columns, _order, sources[i], (uint*)results[i]);
        }
    }

    // The vertical pass for one target row, over the ring or straight over the source.
    private void Mix(int y, byte* result, int length)
    {
        AxisWeights axis = _plan.Rows.Weights!;
        int start = axis.Starts[y], last = Math.Min(start + axis.Taps, _plan.Rows.SourceCount) - 1;
        byte** taps = (byte**)_scratch;
        if (_layout.RingRows > 0)
        {
            while (_filled <= last) Fill();
            for (int i = 0; i < _layout.TapPointers; i++) taps[i] = RingRow(Math.Min(start + i, last));
        }
        else
        {
            for (int i = 0; i < _layout.TapPointers; i++) taps[i] = SourcePixels(Math.Min(start + i, last));
        }

        VerticalPass.Run(_path, axis, _plan.Vertical!, y, taps, result, length);
    }

    // The next rows of the ring: a strip after the horizontal pass, or gray rows.
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
                Luminance.Convert(_path, _format, SourcePixels(_filled + i), RingRow(_filled + i), _plan.Columns.SourceCount);
        }

        _filled += rows;
    }

    // A row that the horizontal pass may read as far as it likes; slot is a buffer for a copy.
    private readonly byte* SourceRow(int row, int slot)
    {
        byte* pixels = SourcePixels(row), copy = _scratch + _layout.SourceRows + (nint)slot * _layout.SourceStride;
        if (_toGray)
        {
            Luminance.Convert(_path, _format, pixels, copy, _plan.Columns.SourceCount);
            return copy;
        }

        if (_plan.Horizontal is null || pixels - _pixels + HorizontalPass.ReadEnd(_plan, WorkingBytes) <= _length) return pixels;
        int bytes = _plan.Columns.SourceCount * WorkingBytes;
        new ReadOnlySpan<byte>(pixels, bytes).CopyTo(new Span<byte>(copy, bytes));
        return copy;
    }

    private readonly byte* SourcePixels(int row) =>
        _pixels + (nint)(_plan.Rows.First + row) * _stride + (nint)_plan.Columns.First * _order.Bytes;

    private readonly byte* RingRow(int row) => _scratch + _layout.Ring + (nint)(row % _layout.RingRows) * _layout.RingStride;

    private readonly byte* LaneRow(int slot) => _scratch + _layout.LaneRows + (nint)slot * _layout.LaneStride;
}
