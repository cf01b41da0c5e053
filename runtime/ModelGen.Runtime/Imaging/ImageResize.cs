namespace ModelGen;

/// <summary>How a picture is scaled before it is cropped or padded. The default value does not scale.</summary>
public readonly record struct ImageResize
{
    /// <summary>No scaling.</summary>
    public static ImageResize None => default;

    /// <summary>The filter; meaningless for <see cref="None"/>.</summary>
    public ResizeFilter Filter { get; private init; }

    /// <summary>Which pass comes first; Pillow 13's rule unless set.</summary>
    public PassOrder PassOrder { get; init; }

    /// <summary>Whose arithmetic is followed; Pillow's unless set.</summary>
    public ResizeArithmetic Arithmetic { get; init; }

    /// <summary>How sides become whole pixels where the rule gives fractions. Not used by <see cref="To"/> and <see cref="NearerScale"/>.</summary>
    public SizeRounding Rounding { get; init; }

    /// <summary>Whether a picture that is small enough already stays as it is; for <see cref="LongerSide"/> and <see cref="Within"/>.</summary>
    public bool OnlyShrinks { get; init; }

    /// <summary>What both sides are rounded to multiples of in the end, halves to even and at least once; 0 and 1 leave them.</summary>
    public int MultipleOf { get; init; }

    /// <summary>The rule of the size.</summary>
    internal ResizeRule Rule { get; private init; }

    /// <summary>The rule's width, or the length of its side.</summary>
    internal int Width { get; private init; }

    /// <summary>The rule's height, or the bound of the longer side; 0 when there is none.</summary>
    internal int Height { get; private init; }

    internal bool IsNone => Rule == ResizeRule.None;

    /// <summary>Scales to a size; the proportions may change.</summary>
    /// <param name="width">Target width in pixels.</param>
    /// <param name="height">Target height in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static ImageResize To(int width, int height, ResizeFilter filter) => Of(ResizeRule.To, width, height, filter);

    /// <summary>
    /// Scales until the shorter side has a length; the longer one is length · long / short, truncated, as torchvision's
    /// <c>Resize(s)</c> and Hugging Face's <c>shortest_edge</c> have it.
    /// </summary>
    /// <param name="length">Target length of the shorter side in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException"><paramref name="length"/> is not from 1 to 13,377 (a square of the largest size).</exception>
    public static ImageResize ShorterSide(int length, ResizeFilter filter) => Of(ResizeRule.ShorterSide, length, length, filter) with { Height = 0 };

    /// <summary>
    /// Scales until the shorter side has a length, or less where the longer one would exceed a bound: Hugging Face's <c>shortest_edge</c> with
    /// <c>longest_edge</c>, as DETR has it.
    /// </summary>
    /// <param name="length">Target length of the shorter side in pixels.</param>
    /// <param name="longest">The most that the longer side may have.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">A length is not from 1 to 13,377, or the bound is less than the length.</exception>
    public static ImageResize ShorterSide(int length, int longest, ResizeFilter filter)
    {
        ImageSize.Check(longest, longest);
        if (longest < length) throw new ArgumentException($"Expected a bound of the longer side of at least {length}, got {longest}.", nameof(longest));
        return ShorterSide(length, filter) with { Height = longest };
    }

    /// <summary>Scales until the longer side has a length.</summary>
    /// <param name="length">Target length of the longer side in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException"><paramref name="length"/> is not from 1 to 13,377 (a square of the largest size).</exception>
    public static ImageResize LongerSide(int length, ResizeFilter filter) => Of(ResizeRule.LongerSide, length, length, filter);

    /// <summary>Scales to the largest size of the same proportions within a box, as a letterbox does before it pads.</summary>
    /// <param name="width">Width of the box in pixels.</param>
    /// <param name="height">Height of the box in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static ImageResize Within(int width, int height, ResizeFilter filter) => Of(ResizeRule.Within, width, height, filter);

    /// <summary>
    /// Scales both sides alike, so that one of them has its target: of the two scales the one nearer 1, as DPT's <c>keep_aspect_ratio</c> has it.
    /// </summary>
    /// <param name="width">Target width in pixels.</param>
    /// <param name="height">Target height in pixels.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static ImageResize NearerScale(int width, int height, ResizeFilter filter) => Of(ResizeRule.NearerScale, width, height, filter);

    /// <summary>Scales to a height; the width is in proportion, but not more than a bound, where the proportions give way. As text recognition has it.</summary>
    /// <param name="height">Target height in pixels.</param>
    /// <param name="mostWidth">The most that the width may have.</param>
    /// <param name="filter">The resampling filter.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static ImageResize ToHeight(int height, int mostWidth, ResizeFilter filter) => Of(ResizeRule.ToHeight, mostWidth, height, filter);

    /// <summary>The size that a picture of <paramref name="width"/> × <paramref name="height"/> pixels is scaled to.</summary>
    /// <exception cref="ArgumentException">Either size is not 1 to 178,956,970 pixels.</exception>
    public (int Width, int Height) TargetOf(int width, int height)
    {
        ImageSize.Check(width, height);
        return ResizeTarget.Of(this, width, height);
    }

    private static ImageResize Of(ResizeRule rule, int width, int height, ResizeFilter filter)
    {
        ImageSize.Check(width, height);
        return new ImageResize { Rule = rule, Width = width, Height = height, Filter = filter };
    }
}
