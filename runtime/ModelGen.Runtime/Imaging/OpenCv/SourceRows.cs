namespace ModelGen;

/// <summary>Source rows as the passes want them: from the first column that is needed, converted if need be, readable as far as vectors reach.</summary>
internal readonly unsafe struct SourceRows
{
    private readonly PicturePlan _plan;
    private readonly PictureRun _run;
    private readonly int _first;
    private readonly int _columns;
    private readonly int _reach;
    private readonly byte* _copies;

    /// <param name="plan">The plan for the picture's size.</param>
    /// <param name="run">The picture.</param>
    /// <param name="first">First source column that is needed.</param>
    /// <param name="columns">How many are needed.</param>
    /// <param name="reach">How far a row is read, in bytes from the first column; what is behind the needed columns has no effect.</param>
    /// <param name="copies">Room for rows that cannot be read in place, <see cref="Stride"/> bytes each.</param>
    internal SourceRows(PicturePlan plan, in PictureRun run, int first, int columns, int reach, byte* copies)
    {
        (_plan, _run, _first, _columns, _reach) = (plan, run, first, columns, reach);
        _copies = copies;
    }

    /// <summary>Bytes of room for one row.</summary>
    internal static int Stride(PicturePlan plan, int columns, int reach) => ScratchSize.Align(Math.Max((long)columns * plan.WorkingBytes, reach));

    /// <summary>The pixels of a row.</summary>
    /// <param name="y">Which row.</param>
    /// <param name="slot">Where a copy may go.</param>
    internal byte* Row(int y, int slot)
    {
        byte* pixels = _run.Pixels + (nint)y * _run.Stride + (nint)_first * _plan.Order.Bytes;
        byte* copy = _copies + (nint)slot * Stride(_plan, _columns, _reach);
        if (_plan.Conversion.IsNeeded)
        {
            _plan.Conversion.Row(_run.Path, pixels, copy, _columns);
            return copy;
        }

        if (pixels - _run.Pixels + _reach <= _run.Length) return pixels;
        int bytes = _columns * _plan.WorkingBytes;
        new ReadOnlySpan<byte>(pixels, bytes).CopyTo(new Span<byte>(copy, bytes));
        return copy;
    }
}
