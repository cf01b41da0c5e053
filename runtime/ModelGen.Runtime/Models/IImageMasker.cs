namespace ModelGen;

/// <summary>What every generated model that finds a mask offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public interface IImageMasker<TSelf> : IImageModel<TSelf, Mask>
    where TSelf : Model, IImageMasker<TSelf>
{
    /// <summary>How the scores of a picture lie.</summary>
    static abstract MapShape MapShape { get; }

    /// <summary>What the model's scores are.</summary>
    static abstract ScoreKind Scores { get; }
}
