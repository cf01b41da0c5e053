using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model that says for each pixel of a picture whether it is in or out.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public abstract class ImageMasker<TSelf> : ImageModel<TSelf, Mask>
    where TSelf : ImageMasker<TSelf>, IImageMasker<TSelf>
{
    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageMasker(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <inheritdoc/>
    protected sealed override Mask Read(in CallLease lease, int item)
    {
        int pixels = TSelf.MapShape.Pixels;
        return Interpret(lease.OutputSpan<float>(0).Slice(checked(item * pixels), pixels));
    }

    /// <summary>Makes a result of one picture's scores, one a pixel.</summary>
    /// <param name="scores">The scores, first row first.</param>
    /// <param name="threshold">The probability above which a pixel is in, 0 to 1.</param>
    protected static Mask Interpret(ReadOnlySpan<float> scores, float threshold = 0.5f) =>
        Mask.FromScores(scores, TSelf.MapShape.Width, TSelf.MapShape.Height, TSelf.Scores, threshold);
}
