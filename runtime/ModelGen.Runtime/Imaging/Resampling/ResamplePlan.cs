namespace ModelGen;

/// <summary>Everything about one source size that is worth working out once: windows, weights, order of passes, scratch sizes.</summary>
/// <remarks>Immutable; shared by all threads.</remarks>
internal sealed class ResamplePlan
{
    /// <summary>Rows that one step of the horizontal pass filters together.</summary>
    internal const int Strip = 8;

    /// <summary>Taps a block of the horizontal pass: two pairs of gathered colour pixels, or a load of eight gray ones.</summary>
    private const int ColorBlock = 4;
    private const int GrayBlock = 8;

    /// <summary>Colour pixels are gathered in pairs, and windows begin with a whole pair.</summary>
    private const int ColorAlign = 2;

    private ResamplePlan(int width, int height, int lanes, AxisPlan columns, AxisPlan rows, bool verticalFirst)
    {
        (Width, Height, Lanes, Columns, Rows, VerticalFirst) = (width, height, lanes, columns, rows, verticalFirst);
        if (columns.Weights is { } horizontal)
        {
            Horizontal = lanes == 1 ? SplitWeights.Of(horizontal, GrayBlock) : SplitWeights.Of(horizontal, ColorBlock, ColorAlign);
            if (lanes != 1) Tiles = ColumnTiles.Of(horizontal, Horizontal);
        }

        if (rows.Weights is { } vertical) Vertical = SplitWeights.Of(vertical, 2);
    }

    /// <summary>Width of the source picture.</summary>
    internal int Width { get; }

    /// <summary>Height of the source picture.</summary>
    internal int Height { get; }

    /// <summary>Bytes of a working pixel: 1 for gray, 4 for colour (three channels in the tensor's order and one that is ignored).</summary>
    internal int Lanes { get; }

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

    internal static ResamplePlan Build(ImageSteps steps, int width, int height, int lanes)
    {
        (int scaledWidth, int scaledHeight) = steps.Resize.TargetOf(width, height);
        (AxisSpan across, AxisSpan down) = TensorPlacement.Of(steps, width, height, scaledWidth, scaledHeight);
        return new ResamplePlan(width, height, lanes,
            AxisPlan.Build(steps.Resize, width, scaledWidth, across),
            AxisPlan.Build(steps.Resize, height, scaledHeight, down),
            IsVerticalFirst(steps.Resize, width - scaledWidth, height - scaledHeight));
    }

    /// <summary>Pillow 13: vertical first when h &lt; H and (H − h) > 2·(W − w), by the sizes of whole pictures, crop or not.</summary>
    private static bool IsVerticalFirst(ImageResize resize, int narrowed, int lowered) =>
        resize is { PassOrder: PassOrder.Pillow13, Arithmetic: ResizeArithmetic.Pillow } && lowered > 0 && lowered > 2L * narrowed;
}
