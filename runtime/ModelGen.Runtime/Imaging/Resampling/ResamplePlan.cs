namespace ModelGen;

/// <summary>The plan of bytes that are picked or filtered in fixed point, one pass after the other, as Pillow and torch do it.</summary>
internal sealed unsafe class ResamplePlan : PicturePlan
{
    /// <summary>Rows that one step of the horizontal pass filters together.</summary>
    internal const int Strip = 8;

    /// <summary>Taps a block of the horizontal pass: two pairs of gathered colour pixels, or a load of eight gray ones.</summary>
    private const int ColorBlock = 4;
    private const int GrayBlock = 8;

    /// <summary>Colour pixels are gathered in pairs, and windows begin with a whole pair.</summary>
    private const int ColorAlign = 2;

    private readonly ScratchLayout _layout;

    internal ResamplePlan(ImageSteps steps, int width, int height, PixelFormat format)
        : base(steps, width, height, format)
    {
        Columns = AxisPlan.Build(steps.Resize, width, ScaledWidth, Across);
        Rows = AxisPlan.Build(steps.Resize, height, ScaledHeight, Down);
        VerticalFirst = IsVerticalFirst(steps.Resize, width - ScaledWidth, height - ScaledHeight);
        if (Columns.Weights is { } horizontal)
        {
            Horizontal = Lanes == 1 ? SplitWeights.Of(horizontal, GrayBlock) : SplitWeights.Of(horizontal, ColorBlock, ColorAlign);
            if (Lanes != 1) Tiles = ColumnTiles.Of(horizontal, Horizontal);
        }

        if (Rows.Weights is { } vertical) Vertical = SplitWeights.Of(vertical, 2);
        _layout = ScratchLayout.Of(this);
        ScratchLength = _layout.Length();
    }

    internal AxisPlan Columns { get; }

    internal AxisPlan Rows { get; }

    /// <summary>Weights of the horizontal pass; null when there is none.</summary>
    internal SplitWeights? Horizontal { get; }

    /// <summary>Runs of columns that the horizontal colour pass gathers pixels for; null when it does not gather.</summary>
    internal ColumnTiles? Tiles { get; }

    /// <summary>Weights of the vertical pass in pairs of taps; null when there is none.</summary>
    internal SplitWeights? Vertical { get; }

    /// <summary>Whether rows are mixed before columns; matters only when both are.</summary>
    internal bool VerticalFirst { get; }

    /// <summary>Whether a horizontal pass feeds a vertical one.</summary>
    internal bool HorizontalFeedsVertical => Horizontal is not null && Vertical is not null && !VerticalFirst;

    internal override int ScratchLength { get; }

    protected override void Fill(in PictureRun run) => new ImagePass(this, run, _layout).Run();

    /// <summary>Pillow 13: vertical first when h &lt; H and (H − h) > 2·(W − w), by the sizes of whole pictures, crop or not.</summary>
    private static bool IsVerticalFirst(ImageResize resize, int narrowed, int lowered) =>
        resize is { PassOrder: PassOrder.Pillow13, Arithmetic: ResizeArithmetic.Pillow } && lowered > 0 && lowered > 2L * narrowed;
}
