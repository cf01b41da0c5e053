using System.Numerics;
using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model that says for each pixel of a picture which of its classes it belongs to.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TLabel">Its classes, as an enum in the model's order.</typeparam>
public abstract class ImageSegmenter<TSelf, TLabel> : ImageModel<TSelf, Segmentation<TLabel>>
    where TSelf : ImageSegmenter<TSelf, TLabel>, IImageSegmenter<TSelf, TLabel>
    where TLabel : struct, Enum
{
    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageSegmenter(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <inheritdoc/>
    protected sealed override Segmentation<TLabel> Read(in CallLease lease, int item) => Engine.Info.Outputs[0].Type switch
    {
        ElementType.Int64 => Interpret(Item<long>(lease, item, 1)),
        ElementType.Int32 => Interpret(Item<int>(lease, item, 1)),
        ElementType.UInt8 => Interpret(Item<byte>(lease, item, 1)),
        _ => Interpret(Item<float>(lease, item, TSelf.Labels.Count)),
    };

    /// <summary>Makes a result of one picture's scores, one a class and pixel.</summary>
    protected static Segmentation<TLabel> Interpret(ReadOnlySpan<float> scores) => new(scores, TSelf.MapShape, TSelf.Labels);

    /// <summary>Makes a result of one picture's labels, one a pixel.</summary>
    protected static Segmentation<TLabel> Interpret<T>(ReadOnlySpan<T> labels) where T : unmanaged, IBinaryInteger<T> =>
        new(LabelMap.FromLabels(labels, TSelf.MapShape.Width, TSelf.MapShape.Height, TSelf.Labels.Count), TSelf.Labels);

    private static ReadOnlySpan<T> Item<T>(in CallLease lease, int item, int classes)
    {
        int length = checked(TSelf.MapShape.Pixels * classes);
        return lease.OutputSpan<T>(0).Slice(checked(item * length), length);
    }
}
