using System.Numerics;

namespace ModelGen;

/// <summary>One picture on its way into one tensor in floating point: source rows are filtered across when a target first needs them, then mixed.</summary>
/// <typeparam name="T">float or double: what the library computes in.</typeparam>
internal unsafe ref struct FloatPass<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FloatAxis<T> _columns;
    private readonly FloatAxis<T> _rows;
    private readonly PixelFormat _format;
    private readonly ImageColor _color;
    private readonly RowConversion _conversion;
    private readonly byte* _pixels;
    private readonly int _stride;
    private readonly int _lanes;
    private readonly T* _source;
    private readonly T* _ring;
    private readonly long* _held;

    /// <param name="columns">Taps across.</param>
    /// <param name="rows">Taps down.</param>
    /// <param name="format">The picture's format.</param>
    /// <param name="color">The tensor's channels.</param>
    /// <param name="conversion">What happens to bytes first.</param>
    /// <param name="pixels">The picture's bytes, pinned.</param>
    /// <param name="stride">Bytes from one row of the picture to the next.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> bytes, pinned.</param>
    internal FloatPass(FloatAxis<T> columns, FloatAxis<T> rows, PixelFormat format, ImageColor color, RowConversion conversion, byte* pixels, int stride, byte* scratch)
    {
        (_columns, _rows, _format, _color, _conversion, _stride) = (columns, rows, format, color, conversion, stride);
        _pixels = pixels;
        _lanes = LevelRow.Lanes(format, color);
        _held = (long*)scratch;
        new Span<long>(_held, rows.Reach).Fill(-1);
        Mixed = (T*)(_held + rows.Reach);
        _source = Mixed + RowLength(columns, _lanes);
        _ring = _source + (nint)columns.SourceCount * _lanes;
    }

    /// <summary>The row that <see cref="Mix"/> makes: values of the picture's columns, 1 or 3 a pixel.</summary>
    internal T* Mixed { get; }

    /// <summary>Bytes that a pass works in.</summary>
    internal static long ScratchLength(FloatAxis<T> columns, FloatAxis<T> rows, int lanes) =>
        rows.Reach * (long)sizeof(long) + sizeof(T) * ((long)columns.SourceCount * lanes + (rows.Reach + 1L) * RowLength(columns, lanes));

    /// <summary>Computes target row <paramref name="y"/> of the span.</summary>
    internal readonly void Mix(int y)
    {
        int from = y == 0 ? 0 : _rows.Ends[y - 1], to = _rows.Ends[y];
        var mixed = new Span<T>(Mixed, RowLength(_columns, _lanes));
        for (int tap = from; tap < to; tap++)
        {
            ReadOnlySpan<T> row = Across(_rows.Sources[tap]);
            if (tap == from) Weighted.Set(row, _rows.Weights[tap], mixed);
            else if (_columns.IsFused) Weighted.AddFused(row, _rows.Weights[tap], mixed);
            else Weighted.Add(row, _rows.Weights[tap], mixed);
        }
    }

    private static int RowLength(FloatAxis<T> columns, int lanes) => columns.Ends.Length * lanes;

    // A source row after the horizontal pass; the rows that one target sees never share a place in the ring.
    private readonly ReadOnlySpan<T> Across(int row)
    {
        int slot = row % _rows.Reach, length = RowLength(_columns, _lanes);
        T* result = _ring + (nint)slot * length;
        if (_held[slot] == row) return new ReadOnlySpan<T>(result, length);
        _held[slot] = row;
        byte* pixels = _pixels + (nint)(_rows.First + row) * _stride + (nint)_columns.First * _format.BytesPerPixel();
        LevelRow.Convert(_format, _color, _conversion, pixels, _columns.SourceCount, _columns.IsCopy ? result : _source);
        if (!_columns.IsCopy) Filter(result);
        return new ReadOnlySpan<T>(result, length);
    }

    private readonly void Filter(T* result)
    {
        fixed (int* ends = _columns.Ends, sources = _columns.Sources)
        fixed (T* weights = _columns.Weights)
        {
            int tap = 0;
            for (int x = 0; x < _columns.Ends.Length; x++)
            {
                T* pixel = _source + (nint)sources[tap] * _lanes;
                T weight = weights[tap], first = pixel[0] * weight, second = T.Zero, third = T.Zero;
                if (_lanes == 3) (second, third) = (pixel[1] * weight, pixel[2] * weight);
                for (tap++; tap < ends[x]; tap++)
                {
                    pixel = _source + (nint)sources[tap] * _lanes;
                    weight = weights[tap];
                    first = Sum(first, pixel[0], weight);
                    if (_lanes == 3) (second, third) = (Sum(second, pixel[1], weight), Sum(third, pixel[2], weight));
                }

                result[0] = first;
                if (_lanes == 3) (result[1], result[2]) = (second, third);
                result += _lanes;
            }
        }
    }

    private readonly T Sum(T sum, T level, T weight) => _columns.IsFused ? T.FusedMultiplyAdd(level, weight, sum) : sum + level * weight;
}
