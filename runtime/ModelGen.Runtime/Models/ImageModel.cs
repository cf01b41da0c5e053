using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model whose one required input is a picture.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TResult">What one picture gives.</typeparam>
public abstract class ImageModel<TSelf, TResult> : Model<TSelf>
    where TSelf : ImageModel<TSelf, TResult>, IImageModel<TSelf, TResult>
{
    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageModel(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <summary>Runs one picture: preprocessing straight into the input buffer, then the network.</summary>
    /// <param name="image">The picture, of any size and pixel format.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public TResult Run(ImageView image, CancellationToken cancellationToken = default)
    {
        using CallLease call = RentFor(1);
        PictureInput.Write(TSelf.Preprocessing, image, call, Engine.Info.Inputs[0].Type);
        call.Run(cancellationToken);
        return Read(call, 0);
    }

    /// <summary>Runs several pictures, in one pass where the model takes a batch; then they are prepared on several threads.</summary>
    /// <returns>One result a picture, in the same order.</returns>
    public TResult[] Run(ReadOnlySpan<Image> images, CancellationToken cancellationToken = default)
    {
        TResult[] results = new TResult[images.Length];
        int perCall = Batched ? images.Length : 1;
        for (int start = 0; start < images.Length; start += perCall)
            RunBatch(images.Slice(start, perCall), results.AsSpan(start, perCall), cancellationToken);
        return results;
    }

    /// <summary>Runs one picture without holding the caller's thread.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled; a run under way stops.</exception>
    public Task<TResult> RunAsync(Image image, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Task.Run(() => Run(image, cancellationToken), cancellationToken);
    }

    /// <summary>Reads the result of one picture of a batch.</summary>
    /// <param name="lease">The call that has run.</param>
    /// <param name="item">The picture's index in the batch.</param>
    protected abstract TResult Read(in CallLease lease, int item);

    private bool Batched => Engine.Info.Inputs[0].OpenDim is not null;

    private CallLease RentFor(int count)
    {
        // The picture is the first input, so its open dim is the first one; further ones are those of inputs with defaults.
        Span<int> sizes = stackalloc int[Engine.OpenDims.Length];
        sizes.Fill(1);
        if (Batched)
            sizes[0] = count;
        return Engine.Rent(sizes);
    }

    private void RunBatch(ReadOnlySpan<Image> images, Span<TResult> results, CancellationToken cancellationToken)
    {
        using CallLease call = RentFor(images.Length);
        PictureInput.Write(TSelf.Preprocessing, images, call, Engine.Info.Inputs[0].Type, cancellationToken);
        call.Run(cancellationToken);
        for (int i = 0; i < images.Length; i++)
            results[i] = Read(call, i);
    }
}
