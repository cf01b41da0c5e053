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

    /// <summary>Keys that are read here or elsewhere.</summary>
    private static readonly HashSet<string> s_readKeys =
    [
        "size", "max_size", "resample", "interpolation", "crop_size", "crop_pct", "rescale_factor", "image_mean", "image_std", "rescale_offset", "include_top",
        "ensure_multiple_of", "keep_aspect_ratio", "size_divisor", "pad_size", "image_processor_type", "feature_extractor_type",
    ];

    /// <summary>Keys that change nothing about one picture: what describes arrays, labels, masks, or the class itself.</summary>
    private static readonly HashSet<string> s_harmlessKeys =
    [
        "processor_class", "auto_map", "model_input_names", "_valid_processor_keys", "_name_or_path", "_commit_hash", "transformers_version",
        "input_data_format", "data_format", "return_tensors", "device", "disable_grouping", "default_to_square",
        "reduce_labels", "format", "return_segmentation_masks", "num_channels", "num_labels", "id2label", "label2id",
        // The DETRs, MaskFormers and SAM: annotations, masks, and a second output of the processor.
        "pad_and_return_pixel_mask", "masks_path", "ignore_index", "mask_size", "mask_pad_size", "repo_path", "class_info_file", "num_text", "metadata",
    ];

    /// <summary>Notes every such step.</summary>
    internal static void Note(ConfigValues values, ProcessorDefaults processor, bool resizes)
    {
        foreach (string key in values.Keys)
        {
            bool isStep = key.StartsWith("do_", StringComparison.Ordinal);
            if (isStep && !s_knownSteps.Contains(key) && values.IsOn(key))
                values.Unsupported($"the step '{XmlText.Plain(key)}' is not supported.{NearestName.Hint(key, s_knownSteps)} Leave it out if the model does without, or prepare the tensor yourself and set ModelGenPreprocess=\"none\".");
            else if (!isStep && !s_readKeys.Contains(key) && !s_harmlessKeys.Contains(key) && (!processor.IsKnown || values.IsOn(key)))
                values.Unsupported($"the key '{XmlText.Plain(key)}' is not known, and may be a step.{NearestName.Hint(key, [.. s_readKeys, .. s_harmlessKeys])} Remove it if it has nothing to do with the picture; the processors whose steps are known are {string.Join(", ", KnownProcessors.Names)}.");
        }

        if (values.IsOn("do_pad") && processor.DoPad is null && processor.Name != DptSize.ProcessorName)
            values.Unsupported("the step 'do_pad' is supported for the DETRs, SAM and DPT only: others pad in ways of their own. Set it to false if the pictures need no padding, or write the steps into ModelGenPreprocess.");
        if (values.Find("crop_pct") is not null && processor.Name != ConvNextSize.ProcessorName && processor.CropPart is null && resizes)
            values.Unsupported("the resize by 'crop_pct' is supported for ConvNextImageProcessor and PoolFormerImageProcessor only. Give the final 'size' and 'crop_size' in its place.");
        if (processor.Name == DptSize.ProcessorName || !resizes)
            return;
        if (values.IsOn("keep_aspect_ratio"))
            values.Unsupported("the resize with 'keep_aspect_ratio' is supported for DPTImageProcessor only. Set it to false, with 'size' as the model has it.");
        if (values.Number("ensure_multiple_of") is > 1)
            values.Unsupported("the resize with 'ensure_multiple_of' is supported for DPTImageProcessor only. Write the size that comes out, without it.");
        if (values.IsOn("size_divisor") && processor.Rules != SizeRules.ExactOnly)
            values.Unsupported("the resize with 'size_divisor' is not supported: its size depends on the picture, and the model's is fixed. Remove it, with 'size' as the model has it.");
    }
}
