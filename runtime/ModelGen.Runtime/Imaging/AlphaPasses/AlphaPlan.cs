namespace ModelGen;

/// <summary>Pillow's way with alpha as a fourth channel: colours are multiplied with it, all four are scaled, and colours are divided by it again.</summary>
/// <remarks>Immutable; shared by all threads. Few models take alpha, so this is written to be read, not to be fast.</remarks>
internal sealed unsafe class AlphaPlan : PicturePlan
{
    internal AlphaPlan(ImageSteps steps, int width, int height, PixelFormat format)
        : base(steps, width, height, format)
    {
        Columns = AxisPlan.Build(steps.Resize, width, ScaledWidth, Across);
        Rows = AxisPlan.Build(steps.Resize, height, ScaledHeight, Down);
        VerticalFirst = ResamplePlan.IsVerticalFirst(steps.Resize, width - ScaledWidth, height - ScaledHeight);
        Premultiplies = Columns.Weights is not null || Rows.Weights is not null;
        ScratchLength = ScratchSize.Checked((Reach + 2L) * RowBytes);
    }

    internal AxisPlan Columns { get; }

    internal AxisPlan Rows { get; }

    /// <summary>Whether rows are mixed before columns; matters only when both are.</summary>
    internal bool VerticalFirst { get; }

    /// <summary>Whether there is anything to mix; picked pixels stay as they are.</summary>
    internal bool Premultiplies { get; }

    /// <summary>Source rows that one target row sees.</summary>
    internal int Reach => Rows.Weights?.Taps ?? 1;

    /// <summary>Bytes of the longest row.</summary>
    internal int RowBytes => Math.Max(Columns.SourceCount, Across.Count) * sizeof(uint);

    internal override int ScratchLength { get; }

    protected override void Fill(in PictureRun run) => new AlphaPass(this, run).Run();
}
