using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model that describes a picture by numbers, so that alike pictures get alike ones.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public abstract class ImageEmbedder<TSelf> : ImageModel<TSelf, Embedding>
    where TSelf : ImageEmbedder<TSelf>, IImageEmbedder<TSelf>
{
    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageEmbedder(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <inheritdoc/>
    protected sealed override Embedding Read(in CallLease lease, int item) =>
        Interpret(lease.OutputSpan<float>(0).Slice(checked(item * TSelf.Dimensions), TSelf.Dimensions));

    /// <summary>Makes a result of one picture's numbers, as the network gave them: not normalised.</summary>
    protected static Embedding Interpret(ReadOnlySpan<float> values) => new(values);
}
