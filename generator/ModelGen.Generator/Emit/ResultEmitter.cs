using System.Globalization;

namespace ModelGen.Generator;

/// <summary>Writes what a model's result needs of the class: base type, constants, classes.</summary>
internal static class ResultEmitter
{
    /// <summary>The base class and the interface.</summary>
    internal static string Bases(ResultSpec result, string name) => result switch
    {
        ClassifierSpec => $"M::ImageClassifier<{name}, {name}.Label>, M::IImageClassifier<{name}, {name}.Label>",
        SegmenterSpec => $"M::ImageSegmenter<{name}, {name}.Label>, M::IImageSegmenter<{name}, {name}.Label>",
        MaskSpec => $"M::ImageMasker<{name}>, M::IImageMasker<{name}>",
        _ => $"M::ImageEmbedder<{name}>, M::IImageEmbedder<{name}>",
    };

    /// <summary>The type of a result.</summary>
    internal static string Type(ResultSpec result) => result switch
    {
        ClassifierSpec => "M::Classification<Label>",
        SegmenterSpec => "M::Segmentation<Label>",
        MaskSpec => "M::Mask",
        _ => "M::Embedding",
    };

    /// <summary>The method of a rented call that reads a result.</summary>
    internal static string Method(ResultSpec result) => result switch
    {
        ClassifierSpec => "Classify",
        SegmenterSpec => "Segment",
        MaskSpec => "Threshold",
        _ => "Embed",
    };

    /// <summary>What the model does to a picture.</summary>
    internal static string Verb(ResultSpec? result) => result switch
    {
        ClassifierSpec => "Classifies",
        SegmenterSpec => "Segments",
        MaskSpec => "Finds the mask of",
        EmbeddingSpec => "Embeds",
        _ => "Runs",
    };

    /// <summary>What comes of a picture, in a few words.</summary>
    internal static string What(ResultSpec result) => result switch
    {
        ClassifierSpec classifier => $"{Count(classifier.Classes.Names.Count)} classes",
        SegmenterSpec segmenter => $"one of {Count(segmenter.Classes.Names.Count)} classes for each of {Size(segmenter.Shape)} pixels",
        MaskSpec mask => $"a mask of {Size(mask.Shape)} pixels",
        _ => $"an embedding of {Count(((EmbeddingSpec)result).Dimensions)} dimensions",
    };

    internal static void Write(CodeWriter writer, ModelBody body)
    {
        switch (body.Result)
        {
            case ClassifierSpec classifier:
                WriteScores(writer, classifier.Scores);
                LabelEmitter.Write(writer, classifier.Classes);
                break;
            case SegmenterSpec segmenter:
                WriteShape(writer, segmenter.Shape, body.Outputs[0].Element == Onnx.ElementType.Float ? "class scores" : "labels");
                LabelEmitter.Write(writer, segmenter.Classes);
                break;
            case MaskSpec mask:
                WriteShape(writer, mask.Shape, "scores");
                WriteScores(writer, mask.Scores);
                break;
            case EmbeddingSpec embedding:
                writer.Line("/// <summary>How many numbers an embedding has.</summary>");
                writer.Line($"public static int Dimensions => {embedding.Dimensions.ToString(CultureInfo.InvariantCulture)};").Blank();
                break;
        }
    }

    private static void WriteScores(CodeWriter writer, string scores)
    {
        writer.Line($"/// <summary>What the scores are: <see cref=\"M::ScoreKind.{scores}\"/>.</summary>");
        writer.Line($"public static M::ScoreKind Scores => M::ScoreKind.{scores};").Blank();
    }

    private static void WriteShape(CodeWriter writer, MapShapeSpec shape, string what)
    {
        writer.Line($"/// <summary>How the {what} of a picture lie: {Size(shape)} pixels, <see cref=\"M::ImageLayout.{shape.Layout}\"/>.</summary>");
        writer.Line(FormattableString.Invariant($"public static M::MapShape MapShape => new({shape.Width}, {shape.Height}, M::ImageLayout.{shape.Layout});")).Blank();
    }

    private static string Size(MapShapeSpec shape) => FormattableString.Invariant($"{shape.Width}×{shape.Height}");

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
