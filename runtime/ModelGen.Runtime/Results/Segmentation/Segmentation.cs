using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace ModelGen;

/// <summary>What a segmenter says about one picture: a class for each pixel.</summary>
/// <remarks>Immutable, and independent of the model's buffers.</remarks>
/// <typeparam name="TLabel">The model's classes.</typeparam>
[DebuggerDisplay("{Width}×{Height}, {Labels.Count} classes")]
public sealed class Segmentation<TLabel>
    where TLabel : struct, Enum
{
    /// <summary>Takes the class of the greatest score for each pixel; of equal ones the first. NaN counts as −∞, and where all scores do, class 0 it is.</summary>
    /// <param name="scores">Classes times pixels; read once, not kept. Logits and probabilities give the same.</param>
    /// <param name="shape">Size, and how the scores lie.</param>
    /// <param name="labels">The names of the classes.</param>
    /// <exception cref="ShapeMismatchException">There is not one score a class and pixel.</exception>
    public Segmentation(ReadOnlySpan<float> scores, MapShape shape, LabelSet<TLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        shape.Check();
        if (scores.Length != (long)shape.Pixels * labels.Count)
            WrongLength(scores.Length, shape, labels.Count);
        Map = LabelMap.FromScores(scores, shape);
        Labels = labels;
    }

    /// <summary>Gives names to the labels of a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="labels">The names of the classes.</param>
    /// <exception cref="ShapeMismatchException">The map has more classes than there are names.</exception>
    public Segmentation(LabelMap map, LabelSet<TLabel> labels)
    {
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(labels);
        if (map.Classes > labels.Count)
            TooManyClasses(map.Classes, labels.Count);
        Map = map;
        Labels = labels;
    }

    /// <summary>The class numbers, and everything that needs no names.</summary>
    public LabelMap Map { get; }

    /// <summary>The names of the classes.</summary>
    public LabelSet<TLabel> Labels { get; }

    /// <summary>Width in pixels: that of the model's output, not of the picture.</summary>
    public int Width => Map.Width;

    /// <summary>Height in pixels: that of the model's output, not of the picture.</summary>
    public int Height => Map.Height;

    /// <summary>The class of a pixel.</summary>
    /// <param name="x">Column, from the left.</param>
    /// <param name="y">Row, from the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public TLabel this[int x, int y] => LabelSet<TLabel>.LabelAt(Map[x, y]);

    /// <summary>The share of the pixels that a class has, 0 to 1. The pixels are counted at the first call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of the enum's.</exception>
    public double Share(TLabel label)
    {
        int index = LabelSet<TLabel>.IndexOf(label);
        if ((uint)index >= (uint)Labels.Count)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"{typeof(TLabel).Name} {index} is not a class of the model: valid are 0 to {Labels.Count - 1}.");
        return index < Map.Classes ? Map.Share(index) : 0;
    }

    /// <inheritdoc cref="LabelMap.ToColorMap(Palette)"/>
    public Image ToColorMap(Palette palette) => Map.ToColorMap(palette);

    /// <inheritdoc cref="LabelMap.ToColorMap(Palette, int, int, ResizeArithmetic)"/>
    public Image ToColorMap(Palette palette, int width, int height, ResizeArithmetic arithmetic) => Map.ToColorMap(palette, width, height, arithmetic);

    /// <inheritdoc cref="LabelMap.WriteColorMap"/>
    public void WriteColorMap(Palette palette, Span<byte> destination) => Map.WriteColorMap(palette, destination);

    /// <inheritdoc cref="LabelMap.Overlay"/>
    public Image Overlay(ImageView picture, Palette palette, double alpha = 0.5) => Map.Overlay(picture, palette, alpha);

    /// <summary>The same classes at another size, that of the picture say: every pixel takes the class of the nearest one.</summary>
    /// <param name="width">The new width, from 1.</param>
    /// <param name="height">The new height, from 1.</param>
    /// <param name="rule">Which pixel is the nearest.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public Segmentation<TLabel> Resize(int width, int height, NearestRule rule = NearestRule.Centers) => new(Map.Resize(width, height, rule), Labels);

    [DoesNotReturn]
    private static void WrongLength(int scores, MapShape shape, int classes) => throw new ShapeMismatchException(
        "The scores are not those of these classes", $"{(long)shape.Pixels * classes} scores, {classes} a pixel of {shape}", $"{scores}",
        $"Segmentation<{typeof(TLabel).Name}>", "Pass the scores of one item, and the labels of the same model.");

    [DoesNotReturn]
    private static void TooManyClasses(int map, int labels) => throw new ShapeMismatchException(
        "The map is not one of these classes", $"at most {labels} classes", $"{map}", $"Segmentation<{typeof(TLabel).Name}>", "Pass the labels of the model that the map comes from.");
}
