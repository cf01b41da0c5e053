namespace ModelGen;

/// <summary>The plan of INTER_AREA where a scale is not whole: float32 means over the covered pixels, columns first.</summary>
internal sealed unsafe class AreaPlan : PicturePlan
{
    /// <summary>Source rows whose columns are mixed together.</summary>
    internal const int Strip = 4;

    /// <summary>Pixels of a vector load, and its bytes.</summary>
    internal const int Block = 4;
    private const int BlockBytes = 16;

    internal AreaPlan(ImageSteps steps, int width, int height, PixelFormat format)
        : base(steps, width, height, format)
    {
        Elements = ScratchSize.Align((long)Across.Count * Lanes);
        Columns = AreaAxis.Build(width, ScaledWidth, Across, Elements / Lanes);
        Rows = AreaAxis.Build(height, ScaledHeight, Down, Down.Count);
        // Loads of four pixels, one of which may begin behind the last share.
        Reach = (Columns.Starts[^1] + Columns.Taps / Block * Block) * WorkingBytes + BlockBytes;
        ScratchLength = ScratchSize.Checked(
            (long)Elements * ((Strip + 1) * sizeof(float) + 1) + (long)Strip * SourceRows.Stride(this, SourceColumns, Reach));
    }

    internal AreaAxis Columns { get; }

    internal AreaAxis Rows { get; }

    /// <summary>Numbers of a row of working pixels, in whole vectors.</summary>
    internal int Elements { get; }

    /// <summary>How far a source row is read, in bytes from the first column.</summary>
    internal int Reach { get; }

    internal int SourceColumns => Columns.End - Columns.First;

    internal override int ScratchLength { get; }

    protected override void Fill(in PictureRun run) => AreaPass.Run(this, run);
}
