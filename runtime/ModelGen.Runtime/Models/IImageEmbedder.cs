namespace ModelGen;

/// <summary>What every generated model that embeds pictures offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IImageEmbedder<TSelf> : IImageModel<TSelf, Embedding>
    where TSelf : Model, IImageEmbedder<TSelf>
{
    /// <summary>How many numbers an embedding has.</summary>
    static abstract int Dimensions { get; }
}
