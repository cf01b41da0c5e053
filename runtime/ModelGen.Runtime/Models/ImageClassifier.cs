using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model that says which of its classes a picture shows.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TLabel">Its classes, as an enum in the model's order.</typeparam>
public abstract class ImageClassifier<TSelf, TLabel> : ImageModel<TSelf, Classification<TLabel>>
    where TSelf : ImageClassifier<TSelf, TLabel>, IImageClassifier<TSelf, TLabel>
    where TLabel : struct, Enum
{
    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageClassifier(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <inheritdoc/>
    protected sealed override Classification<TLabel> Read(in CallLease lease, int item)
    {
        int classes = TSelf.Labels.Count;
        return Interpret(lease.OutputSpan<float>(0).Slice(item * classes, classes));
    }

    /// <summary>Makes a result of one picture's scores, one a class in the model's order.</summary>
    protected static Classification<TLabel> Interpret(ReadOnlySpan<float> scores) => new(scores, TSelf.Scores, TSelf.Labels);
}
