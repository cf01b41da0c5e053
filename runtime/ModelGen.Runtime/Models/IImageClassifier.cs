namespace ModelGen;

/// <summary>What every generated image classifier offers to generic code.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TLabel">Its classes, as an enum.</typeparam>
public interface IImageClassifier<TSelf, TLabel> : IImageModel<TSelf, Classification<TLabel>>
    where TSelf : Model, IImageClassifier<TSelf, TLabel>
    where TLabel : struct, Enum
{
    /// <summary>The names of the classes, in the model's order.</summary>
    static abstract LabelSet<TLabel> Labels { get; }

    /// <summary>What the model's scores are.</summary>
    static abstract ScoreKind Scores { get; }
}
