namespace ModelGen.Preprocessing;

/// <summary>Finds steps in a processor's file that nothing here can do, so that none is skipped in silence.</summary>
internal static class UnsupportedSteps
{
    /// <summary>Steps that are understood elsewhere, or that concern labels and not the picture.</summary>
    private static readonly HashSet<string> s_knownSteps =
    [
        "do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb", "do_flip_channel_order",
        "do_pad", "do_reduce_labels", "do_convert_annotations",
    ];

    /// <summary>Keys that are read here or elsewhere, or that change nothing about one picture.</summary>
    private static readonly HashSet<string> s_knownKeys =
    [
        "size", "resample", "crop_size", "crop_pct", "rescale_factor", "image_mean", "image_std", "rescale_offset", "include_top",
        "ensure_multiple_of", "keep_aspect_ratio", "size_divisor",
        "image_processor_type", "feature_extractor_type", "processor_class", "auto_map", "model_input_names", "_valid_processor_keys",
        "input_data_format", "data_format", "return_tensors", "device", "disable_grouping", "default_to_square",
        "pad_size", "reduce_labels", "format", "return_segmentation_masks", "num_channels", "num_labels", "id2label", "label2id",
    ];

    /// <summary>Notes every such step.</summary>
    internal static void Note(ConfigValues values, ProcessorDefaults processor, bool resizes)
    {
        foreach (string key in values.Keys)
        {
            bool isStep = key.StartsWith("do_", StringComparison.Ordinal);
            if (isStep && !s_knownSteps.Contains(key) && values.IsOn(key))
                values.Unsupported($"the step '{XmlText.Plain(key)}' is not supported.{NearestName.Hint(key, s_knownSteps)} Leave it out if the model does without, or prepare the tensor yourself and set ModelGenPreprocess=\"none\".");
            else if (!isStep && !processor.IsKnown && !s_knownKeys.Contains(key))
                values.Unsupported($"the key '{XmlText.Plain(key)}' is not known, and may be a step.{NearestName.Hint(key, s_knownKeys)} Remove it if it has nothing to do with the picture; the processors whose steps are known are {string.Join(", ", KnownProcessors.Names)}.");
        }

        if (values.IsOn("do_pad"))
            values.Unsupported("the step 'do_pad' is not supported: the model's input has one fixed size, which a resize or a crop must give. Set it to false if the pictures need no padding.");
        if (values.IsOn("rescale_offset"))
            values.Unsupported("the step 'rescale_offset', which moves the levels to -1…1, is not supported. If the model was trained that way, say it with image_mean and image_std.");
        if (values.IsOn("include_top"))
            values.Unsupported("the step 'include_top', EfficientNet's second division by image_std, is not supported. Set it to false if the model was exported without it.");
        if (values.Find("crop_pct") is not null && processor.Name != ConvNextSize.ProcessorName && resizes)
            values.Unsupported("the resize by 'crop_pct' is supported for ConvNextImageProcessor only. Give the final 'size' and 'crop_size' in its place.");
        if (resizes)
            NoteResizeRules(values);
    }

    private static void NoteResizeRules(ConfigValues values)
    {
        if (values.IsOn("keep_aspect_ratio"))
            values.Unsupported("the resize with 'keep_aspect_ratio' is not supported: its size depends on the picture, and the model's is fixed. Set it to false, with 'size' as the model has it.");
        if (values.Number("ensure_multiple_of") is { } multiple and > 1 && Sides(values).Any(side => side % multiple != 0))
            values.Unsupported("the resize with 'ensure_multiple_of' rounds this 'size', which is not supported. Write the size that comes out.");
        if (values.IsOn("size_divisor"))
            values.Unsupported("the resize with 'size_divisor' is not supported: its size depends on the picture, and the model's is fixed. Remove it, with 'size' as the model has it.");
    }

    private static IEnumerable<double> Sides(ConfigValues values) =>
        values.Find("size")?.StructValue?.Fields.Values.Select(side => side.NumberValue) ?? [1];
}
