namespace ModelGen.Preprocessing;

/// <summary>Finds what a Fast processor does with torch that nothing here does bit for bit.</summary>
internal static class FastSteps
{
    /// <summary>Notes every such step.</summary>
    internal static void Note(
        ConfigValues values, ProcessorDefaults processor, string typeName, ImageFilter? filter, SizeValue? size, PixelSize? crop)
    {
        string fast = XmlText.Plain(typeName);
        string remedy = $"If the last bits don't matter, write \"image_processor_type\": \"{fast.Substring(0, fast.Length - "Fast".Length)}\", which uses Pillow.";
        if (!processor.IsFastKnown)
            values.Unsupported($"the steps of {fast} are not known; it has code of its own beside what other Fast classes do. {remedy}");
        if (size is not null && filter is not (null or ImageFilter.Bilinear or ImageFilter.Bicubic))
            values.Unsupported($"the {PreprocessingWords.Filter(filter.Value)} resize of {fast} is not supported: torch resizes bilinear (2) and bicubic (3) only. {remedy}");
        if (size is { } to && crop is { } cut && (to.Width < cut.Width || (to.Kind == ResizeKind.To ? to.Height : to.Width) < cut.Height))
            values.Unsupported($"the crop of {fast} to {cut} is larger than what its resize gives, and how the border is padded differs between releases. {remedy}");
    }
}
