using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Compares labels with the output that they name.</summary>
internal static class LabelCount
{
    /// <summary>What is wrong when there are more or fewer labels than classes; null when the numbers agree.</summary>
    /// <param name="labels">How many labels there are.</param>
    /// <param name="classes">How many classes the output has.</param>
    /// <param name="outputName">The output's name in the file.</param>
    /// <param name="source">Where the labels come from: a file's name.</param>
    internal static Problem? Check(int labels, long classes, string outputName, string source)
    {
        if (labels == classes)
            return null;
        // Keras' and TensorFlow's ImageNet models come with and without a class for the background.
        string hint = labels - classes is 1 or -1 ? " A difference of one is often a background class at index 0, which only one of the two has." : "";
        return new Problem(MetadataRules.LabelCountDiffers, FormattableString.Invariant(
            $"{XmlText.Plain(source)} has {labels} labels, but the output '{XmlText.Plain(outputName)}' has {classes} classes.{hint} Give the labels that belong to this model, one for each class in its order."));
    }
}
