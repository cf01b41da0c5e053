using System.Buffers;
using System.Diagnostics;
using System.Globalization;

namespace ModelGen;

/// <summary>Which pixels a network found: a yes or no for each.</summary>
/// <remarks>Immutable, and independent of the model's buffers.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Mask
{
    private readonly byte[] _bytes;

    private Mask(byte[] bytes, int width, int height)
    {
        _bytes = bytes;
        Width = width;
        Height = height;
        Count = bytes.AsSpan().Count(byte.MaxValue);
    }

    /// <summary>Width in pixels: that of the model's output, not of the picture.</summary>
    public int Width { get; }

    /// <summary>Height in pixels: that of the model's output, not of the picture.</summary>
    public int Height { get; }

    /// <summary>Number of pixels that are in.</summary>
    public int Count { get; }

    /// <summary>The share of the pixels that are in, 0 to 1.</summary>
    public double Coverage => (double)Count / _bytes.Length;

    /// <summary>One byte a pixel, first row first: 255 where it is in, else 0. Serves as an alpha channel.</summary>
    public ReadOnlySpan<byte> Pixels => _bytes;

    /// <summary>Whether a pixel is in.</summary>
    /// <param name="x">Column, from the left.</param>
    /// <param name="y">Row, from the top.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such pixel.</exception>
    public bool this[int x, int y]
    {
        get
        {
            if ((uint)x >= (uint)Width)
                throw new ArgumentOutOfRangeException(nameof(x), x, $"Expected a column from 0 to {Width - 1}.");
            if ((uint)y >= (uint)Height)
                throw new ArgumentOutOfRangeException(nameof(y), y, $"Expected a row from 0 to {Height - 1}.");
            return _bytes[y * Width + x] != 0;
        }
    }

    /// <summary>Takes the pixels whose probability is above a threshold. NaN is above nothing.</summary>
    /// <param name="scores">One score a pixel, first row first; read once, not kept.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="kind">Whether the scores are probabilities, or logits, of which the logistic function would make some.
    /// Logits are compared with the threshold's logit: nothing else is computed.</param>
    /// <param name="threshold">0 to 1.</param>
    /// <exception cref="ShapeMismatchException">There is not one score a pixel.</exception>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not 0 to 1, or the kind unknown.</exception>
    public static Mask FromScores(ReadOnlySpan<float> scores, int width, int height, ScoreKind kind, float threshold = 0.5f)
    {
        ImageSize.Check(width, height);
        if (scores.Length != width * height)
            throw new ShapeMismatchException("The scores are not those of this mask", $"{width * height}, one a pixel of {width}×{height}", $"{scores.Length}", nameof(Mask), "Pass the scores of one item and one channel.");
        if (threshold is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "Expected a probability from 0 to 1.");
        float limit = kind switch
        {
            ScoreKind.Logits or ScoreKind.Independent => LogitThreshold.Of(threshold),
            ScoreKind.Probabilities or ScoreKind.IndependentProbabilities => threshold,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"There is no such kind of scores: valid are {string.Join(", ", Enum.GetNames<ScoreKind>())}."),
        };
        byte[] bytes = GC.AllocateUninitializedArray<byte>(scores.Length);
        Thresholding.Write(scores, limit, bytes);
        return new Mask(bytes, width, height);
    }

    /// <summary>The mask as a gray picture: white where it is in, else black.</summary>
    public Image ToImage() => Image.Adopt([.. _bytes], Width, Height, PixelFormat.Gray8);

    /// <summary>The picture with a colour over what is in; all else stays as it is.</summary>
    /// <param name="picture">Any pixel format. A mask of another size is stretched over it by <see cref="NearestRule.Centers"/>.</param>
    /// <param name="color">The colour.</param>
    /// <param name="alpha">How much of it, 0 to 1, in steps of 1/256; rounded as in <see cref="LabelMap.Overlay"/>.</param>
    /// <returns>Red, green and blue bytes, as large as the picture.</returns>
    /// <exception cref="ArgumentException">The view is empty (a default value).</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not 0 to 1.</exception>
    public Image Overlay(ImageView picture, Rgb color, double alpha = 0.5)
    {
        int weight = Blending.Weight(alpha);
        var result = new Image(picture.Width, picture.Height, PixelFormat.Rgb24);
        Mask own = picture.Width == Width && picture.Height == Height ? this : Resize(picture.Width, picture.Height);
        byte[] rented = ArrayPool<byte>.Shared.Rent(result.Stride);
        Span<byte> colors = rented.AsSpan(0, result.Stride);
        for (int y = 0; y < result.Height; y++)
        {
            Span<byte> row = result.Pixels.Slice(y * result.Stride, result.Stride);
            Blending.Blend(picture.Row(y), picture.Format, 0, row);
            for (int i = 0; i < colors.Length; i += 3)
                (colors[i], colors[i + 1], colors[i + 2]) = (color.Red, color.Green, color.Blue);
            Blending.Blend(row, PixelFormat.Rgb24, weight, colors);
            for (int x = 0; x < result.Width; x++)
            {
                if (own._bytes[y * result.Width + x] != 0)
                    colors.Slice(3 * x, 3).CopyTo(row[(3 * x)..]);
            }
        }
        ArrayPool<byte>.Shared.Return(rented);
        return result;
    }

    /// <summary>The mask at another size, that of the picture say: every pixel is in where the nearest one is.</summary>
    /// <param name="width">The new width, from 1.</param>
    /// <param name="height">The new height, from 1.</param>
    /// <param name="rule">Which pixel is the nearest.</param>
    /// <exception cref="ArgumentException">The size is not 1 to 178,956,970 pixels.</exception>
    public Mask Resize(int width, int height, NearestRule rule = NearestRule.Centers)
    {
        ImageSize.Check(width, height);
        NearestPixels.Check(rule);
        return new Mask(NearestPixels.Resize(_bytes, Width, Height, width, height, rule), width, height);
    }

    /// <summary>Size and coverage, in the invariant culture.</summary>
    /// <returns>For example <c>256×256, 54.5 %</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Width}×{Height}, {100 * Coverage:0.0} %");
}
