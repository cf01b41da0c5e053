using System.Numerics;
using System.Numerics.Tensors;

namespace ModelGen;

public partial class LabelMap
{
    /// <summary>Takes the class of the greatest score for each pixel; of equal ones the first. NaN counts as −∞, and where all scores do, class 0 it is.</summary>
    /// <param name="scores">Classes times pixels; read once, not kept.</param>
    /// <param name="shape">Size, and how the scores lie.</param>
    /// <exception cref="ShapeMismatchException">The scores are not a whole number for each pixel, from 1 to 65,536.</exception>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public static LabelMap FromScores(ReadOnlySpan<float> scores, MapShape shape) => FromScores(scores, shape, ScorePaths.Best);

    /// <summary>Takes labels that a network has chosen itself.</summary>
    /// <param name="labels">One a pixel, first row first: int64, int32, uint8, ….</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="classes">Number of classes, 1 to 65,536; every label must be below it.</param>
    /// <exception cref="ShapeMismatchException">There is not one label a pixel.</exception>
    /// <exception cref="ModelGenException">A label is no class; the message says which and where.</exception>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels, or the number of classes another.</exception>
    public static LabelMap FromLabels<T>(ReadOnlySpan<T> labels, int width, int height, int classes)
        where T : unmanaged, IBinaryInteger<T>
    {
        ImageSize.Check(width, height);
        if (classes is < 1 or > MostClasses)
            throw new ArgumentOutOfRangeException(nameof(classes), classes, $"Expected 1 to {MostClasses} classes.");
        if (labels.Length != width * height)
            throw new ShapeMismatchException("The labels are not those of this picture", $"{width * height}, one a pixel of {width}×{height}", $"{labels.Length}", nameof(LabelMap), "Pass the labels of one item.");
        if (TensorPrimitives.Min(labels) < T.Zero || ulong.CreateSaturating(TensorPrimitives.Max(labels)) >= (ulong)classes)
            throw NoClass(labels, width, classes);
        return classes <= 256
            ? new LabelMap(Converted<T, byte>(labels), null, width, height, classes)
            : new LabelMap(null, Converted<T, ushort>(labels), width, height, classes);
    }

    internal static LabelMap FromScores(ReadOnlySpan<float> scores, MapShape shape, ScorePath path)
    {
        shape.Check();
        int classes = scores.Length / shape.Pixels;
        if (scores.Length % shape.Pixels != 0 || classes is < 1 or > MostClasses)
            throw new ShapeMismatchException("The scores are not those of this picture", $"a multiple of {shape.Pixels}, one score a class and pixel of {shape}", $"{scores.Length}", nameof(LabelMap), "Pass the scores of one item.");
        if (classes <= 256)
        {
            byte[] bytes = GC.AllocateUninitializedArray<byte>(shape.Pixels);
            ArgMax.Write<byte>(scores, shape, bytes, path);
            return new LabelMap(bytes, null, shape.Width, shape.Height, classes);
        }
        ushort[] words = GC.AllocateUninitializedArray<ushort>(shape.Pixels);
        ArgMax.Write<ushort>(scores, shape, words, path);
        return new LabelMap(null, words, shape.Width, shape.Height, classes);
    }

    private static TTo[] Converted<T, TTo>(ReadOnlySpan<T> labels)
        where T : unmanaged, IBinaryInteger<T>
        where TTo : unmanaged, IBinaryInteger<TTo>
    {
        TTo[] converted = GC.AllocateUninitializedArray<TTo>(labels.Length);
        for (int i = 0; i < converted.Length; i++)
            converted[i] = TTo.CreateTruncating(labels[i]);
        return converted;
    }

    private static ModelGenException NoClass<T>(ReadOnlySpan<T> labels, int width, int classes)
        where T : unmanaged, IBinaryInteger<T>
    {
        int at = 0;
        while (labels[at] >= T.Zero && ulong.CreateSaturating(labels[at]) < (ulong)classes)
            at++;
        return new ModelGenException(
            "A label is no class", $"0 to {classes - 1}", $"{labels[at]}", $"column {at % width}, row {at / width}",
            "Give as many classes as the network knows, one more when it marks void pixels.");
    }
}
