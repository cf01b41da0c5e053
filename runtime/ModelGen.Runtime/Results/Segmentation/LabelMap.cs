using System.Diagnostics;

namespace ModelGen;

/// <summary>One class number a pixel.</summary>
/// <remarks>Immutable. A byte a pixel up to 256 classes, two for more.</remarks>
[DebuggerDisplay("{Width}×{Height}, {Classes} classes")]
public sealed partial class LabelMap
{
    /// <summary>The most classes that a map can tell apart.</summary>
    public const int MostClasses = 65536;

    private readonly byte[]? _bytes;
    private readonly ushort[]? _words;
    private int[]? _counts;

    private LabelMap(byte[]? bytes, ushort[]? words, int width, int height, int classes)
    {
        _bytes = bytes;
        _words = words;
        Width = width;
        Height = height;
        Classes = classes;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Number of classes; every label is below it.</summary>
    public int Classes { get; }

    /// <summary>One label a pixel, first row first. Empty for maps of more than 256 classes: see <see cref="WideLabels"/>.</summary>
    public ReadOnlySpan<byte> Labels => _bytes;

    /// <summary>One label a pixel, first row first, for maps of more than 256 classes; else empty.</summary>
    public ReadOnlySpan<ushort> WideLabels => _words;

    /// <summary>The label of a pixel.</summary>
    /// <param name="x">Column, from the left.</param>
    /// <param name="y">Row, from the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public int this[int x, int y]
    {
        get
        {
            if ((uint)x >= (uint)Width)
                throw new ArgumentOutOfRangeException(nameof(x), x, $"Expected a column from 0 to {Width - 1}.");
            if ((uint)y >= (uint)Height)
                throw new ArgumentOutOfRangeException(nameof(y), y, $"Expected a row from 0 to {Height - 1}.");
            return _bytes is not null ? _bytes[y * Width + x] : _words![y * Width + x];
        }
    }

    /// <summary>How many pixels each class has: one number a class. Counted at the first call.</summary>
    public ReadOnlySpan<int> Counts => _counts ??= _bytes is not null ? Histogram.Of(_bytes, Classes) : Histogram.Of(_words!, Classes);

    /// <summary>The share of the pixels that a class has, 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Share(int label)
    {
        if ((uint)label >= (uint)Classes)
            throw new ArgumentOutOfRangeException(nameof(label), label, $"Expected a class from 0 to {Classes - 1}.");
        return (double)Counts[label] / (Width * Height);
    }

    /// <summary>The map at another size: every pixel takes the label of the nearest one.</summary>
    /// <param name="width">The new width, from 1.</param>
    /// <param name="height">The new height, from 1.</param>
    /// <param name="rule">Which pixel is the nearest.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public LabelMap Resize(int width, int height, NearestRule rule = NearestRule.Centers)
    {
        ImageSize.Check(width, height);
        NearestPixels.Check(rule);
        return new LabelMap(
            _bytes is null ? null : NearestPixels.Resize(_bytes, Width, Height, width, height, rule),
            _words is null ? null : NearestPixels.Resize(_words, Width, Height, width, height, rule),
            width, height, Classes);
    }
}
