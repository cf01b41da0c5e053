namespace ModelGen;

/// <summary>The plan of INTER_AREA where both scales are whole, and of INTER_LINEAR at half the size: means of whole blocks of pixels.</summary>
internal sealed unsafe class BlockPlan : PicturePlan
{
    /// <summary>Source rows that are added up in 16 bits at once.</summary>
    internal const int Strip = 16;

    /// <summary>How far the last pixel's load of four numbers reaches behind it.</summary>
    private const int Slack = 4;

    internal BlockPlan(ImageSteps steps, int width, int height, PixelFormat format)
        : base(steps, width, height, format)
    {
        (BlockWidth, BlockHeight) = (width / ScaledWidth, height / ScaledHeight);
        Elements = ScratchSize.Align((long)SourceColumns * WorkingBytes);
        ScratchLength = ScratchSize.Checked(
            ((long)Elements + ScratchSize.Align(Slack)) * sizeof(int) + ScratchSize.Align((long)Across.Count * Lanes) + (long)Strip * Elements);
    }

    /// <summary>Source columns of a target column.</summary>
    internal int BlockWidth { get; }

    /// <summary>Source rows of a target row.</summary>
    internal int BlockHeight { get; }

    /// <summary>First source column that is needed.</summary>
    internal int First => Across.From * BlockWidth;

    /// <summary>Source columns that are needed.</summary>
    internal int SourceColumns => Across.Count * BlockWidth;

    /// <summary>Bytes of the needed part of a source row, in whole vectors; as far as rows are read.</summary>
    internal int Elements { get; }

    /// <summary>Where working pixels begin in the scratch memory.</summary>
    internal nint ResultStart => ((nint)Elements + ScratchSize.Align(Slack)) * sizeof(int);

    /// <summary>Where copies of rows begin in the scratch memory.</summary>
    internal nint CopiesStart => ResultStart + ScratchSize.Align((long)Across.Count * Lanes);

    internal override int ScratchLength { get; }

    protected override void Fill(in PictureRun run) => BlockPass.Run(this, run);
}
