namespace ModelGen;

/// <summary>What every generated model that gives each pixel a class offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TLabel">Its classes, as an enum.</typeparam>
public interface IImageSegmenter<TSelf, TLabel> : IImageModel<TSelf, Segmentation<TLabel>>
    where TSelf : Model, IImageSegmenter<TSelf, TLabel>
    where TLabel : struct, Enum
{
    /// <summary>The names of the classes, in the model's order.</summary>
    static abstract LabelSet<TLabel> Labels { get; }

    /// <summary>How the scores (or labels) of a picture lie.</summary>
    static abstract MapShape MapShape { get; }
}
