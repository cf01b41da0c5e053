namespace ModelGen.Preprocessing;

/// <summary>Reads <c>resize=</c> and everything that says how.</summary>
internal static class InlineResize
{
    private const string Example = "Add resize=256 (the shorter side), resize=224x224 (width x height) or resize=input (the model's own size).";

    private static readonly string[] s_details = ["filter", "pillow", "fit", "longest", "library", "rounding", "multiple", "shrink"];

    /// <summary>The resize, perhaps to the model's own size, which is not known here.</summary>
    internal static ResizeStep Read(InlineKeys keys)
    {
        ImageFilter? filter = keys.OneOf("filter", InlineOptions.Filters);
        ResizeKind? fit = keys.OneOf("fit", InlineOptions.Fits);
        (ResizeArithmetic Arithmetic, PassOrder PassOrder)? library = keys.OneOf("library", InlineOptions.Libraries);
        PassOrder? pillow = keys.OneOf("pillow", InlineOptions.PassOrders);
        bool isLetterbox = string.Equals(keys.Get("fit"), "letterbox", StringComparison.OrdinalIgnoreCase);
        SizeRounding rounding = keys.OneOf("rounding", InlineOptions.Roundings) ?? (isLetterbox ? SizeRounding.HalfToEven : SizeRounding.Truncate);
        bool onlyShrinks = keys.OneOf("shrink", InlineOptions.Shrinks) ?? false;
        int multipleOf = keys.Whole("multiple", 1, PixelSize.MaxSide, "multiple=32") ?? 0;
        if (keys.Get("resize") is not { } text)
        {
            if (keys.First(s_details) is not null)
                keys.Wrong($"{string.Join(", ", s_details.Where(key => keys.First(key) is not null).Select(key => $"'{key}'"))} say how to resize, but there is no 'resize'. {Example}");
            return ResizeStep.None;
        }
        if (keys.Get("filter") is null)
            keys.Wrong($"'resize' needs a 'filter': one of {InlineOptions.Words(InlineOptions.Filters)}.");
        ResizeArithmetic arithmetic = library?.Arithmetic ?? ResizeArithmetic.Pillow;
        if (filter is { } chosen && !FilterChoice.Of(arithmetic).Contains(chosen))
        {
            keys.Wrong($"filter={ResizeWords.Filter(chosen)} is not among those of library={keys.Get("library") ?? "pillow"}: {string.Join(", ", FilterChoice.Of(arithmetic).Select(ResizeWords.Filter))}.");
        }
        if (pillow is not null && arithmetic != ResizeArithmetic.Pillow)
            keys.Wrong("'pillow' is a version of Pillow, but 'library' names another library. Remove one of them.");
        return Sized(keys, text, fit, filter ?? default) with
        {
            Arithmetic = arithmetic,
            PassOrder = pillow ?? library?.PassOrder ?? PassOrder.Pillow13,
            Rounding = rounding,
            OnlyShrinks = onlyShrinks,
            MultipleOf = multipleOf,
        };
    }

    private static ResizeStep Sized(InlineKeys keys, string text, ResizeKind? fit, ImageFilter filter)
    {
        bool isInput = string.Equals(text, "input", StringComparison.OrdinalIgnoreCase);
        int? side = InlineNumbers.Side(text);
        PixelSize? size = InlineNumbers.Size(text);
        ResizeKind kind = fit ?? (side is null ? ResizeKind.To : ResizeKind.ShorterSide);
        int longest = keys.Whole("longest", 1, PixelSize.MaxSide, "longest=1333") ?? 0;
        if (longest != 0 && kind != ResizeKind.ShorterSide)
            keys.Wrong("'longest' bounds the longer side where the shorter one is set. Write resize=800;longest=1333, without 'fit'.");
        if (!isInput && side is null && size is null)
        {
            keys.Wrong($"resize={XmlText.Plain(text, 60)} is no size. Write the shorter side, as resize=256, width x height, as resize=640x480, or resize=input for the model's own size; sides are 1 to {PixelSize.MaxSide} pixels.");
            return ResizeStep.None;
        }
        if (kind is ResizeKind.ShorterSide or ResizeKind.LongerSide)
        {
            if (side is null)
                keys.Wrong($"fit={keys.Get("fit")} takes one side, as resize=256, not resize={XmlText.Plain(text, 60)}.");
            if (longest != 0 && longest < side)
                keys.Wrong("'longest' is less than the shorter side that 'resize' asks for. Make it larger.");
            return ResizeStep.Of(kind, side ?? 1, longest, filter);
        }
        if (isInput)
            return ResizeStep.Of(kind, 0, 0, filter);
        if (side is { } square)
            return ResizeStep.Of(kind, square, square, filter);
        return ResizeStep.Of(kind, size!.Value.Width, size.Value.Height, filter);
    }
}
