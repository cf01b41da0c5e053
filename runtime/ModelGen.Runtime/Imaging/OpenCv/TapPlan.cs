namespace ModelGen;

/// <summary>The plan of OpenCV's filters with a fixed number of taps: columns are mixed first, row by row as target rows want them, then rows.</summary>
internal sealed unsafe class TapPlan : PicturePlan
{
    /// <summary>Bytes that a vector load takes from the pair of pixels at its start.</summary>
    private const int ColorLoad = 16;

    internal TapPlan(ImageSteps steps, int width, int height, PixelFormat format, TapKind kind)
        : base(steps, width, height, format)
    {
        Kind = kind;
        Elements = ScratchSize.Align((long)Across.Count * Lanes);
        Columns = ColumnTaps.Build(kind, width, ScaledWidth, Across, Elements / Lanes, WorkingBytes);
        Rows = RowTaps.Build(kind, height, ScaledHeight, Down);
        Reach = Columns.Offsets[^1] + (Lanes == 1 ? kind.Taps() : (kind.Taps() - 2) * WorkingBytes + ColorLoad);
        RingStride = checked(Elements * (kind.IsWide() ? sizeof(int) : sizeof(short)));
        ScratchLength = ScratchSize.Checked((long)RingStride * kind.Taps() + Elements + SourceRows.Stride(this, SourceColumns, Reach));
    }

    internal TapKind Kind { get; }

    internal ColumnTaps Columns { get; }

    internal RowTaps Rows { get; }

    /// <summary>Bytes of a row of working pixels, in whole vectors.</summary>
    internal int Elements { get; }

    /// <summary>How far a source row is read, in bytes from the first column.</summary>
    internal int Reach { get; }

    /// <summary>Bytes of a row between the passes.</summary>
    internal int RingStride { get; }

    /// <summary>Source columns that are needed.</summary>
    internal int SourceColumns => Columns.End - Columns.First;

    internal override int ScratchLength { get; }

    protected override void Fill(in PictureRun run) => TapPass.Run(this, run);
}
