using System.Diagnostics;
using ModelGen.Engines;

namespace ModelGen;

/// <summary>A model whose one required input is a picture.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
/// <typeparam name="TResult">What one picture gives.</typeparam>
public abstract class ImageModel<TSelf, TResult> : Model<TSelf>
    where TSelf : ImageModel<TSelf, TResult>, IImageModel<TSelf, TResult>
{
    private readonly Batcher<Image, TResult>? _batcher;

    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected ImageModel(ModelInfo info, ModelOptions? options) : base(info, options)
    {
        if (options?.Batching is { } batching)
            _batcher = new Batcher<Image, TResult>(Engine, new Work(this), batching, options.MaxQueuedCalls);
    }

    internal sealed override bool TakesItems => true;

    /// <summary>Runs one picture: preprocessing straight into the input buffer, then the network.</summary>
    /// <param name="image">The picture, of any size and pixel format.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    public TResult Run(ImageView image, CancellationToken cancellationToken = default)
    {
        using Activity? span = Spans.Start("predict", Engine);
        try
        {
            using CallLease call = RentFor(1, Engine.Enter(cancellationToken));
            return Run(image, call, cancellationToken);
        }
        catch (Exception error) when (span is not null)
        {
            span.Fail(error);
            throw;
        }
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

    /// <summary>Runs one picture without holding the caller's thread, neither while it waits for its turn nor while it runs; with <see cref="ModelOptions.Batching"/>, together with others.</summary>
    /// <param name="image">The picture, of any size and pixel format. It must not change before the task is done.</param>
    /// <param name="cancellationToken">Takes the picture out of the queue, or stops the run; in a batch, the others go on.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled; a run under way stops.</exception>
    /// <exception cref="ModelBusyException">As many calls wait already as may, or its turn did not come in time.</exception>
    /// <exception cref="ObjectDisposedException">The model has been disposed before its turn came.</exception>
    public Task<TResult> RunAsync(Image image, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(image);
        return _batcher?.RunAsync(image, cancellationToken) ?? RunInTurnAsync(image, cancellationToken);
    }

    /// <summary>Reads the result of one picture of a batch.</summary>
    /// <param name="lease">The call that has run.</param>
    /// <param name="item">The picture's index in the batch.</param>
    protected abstract TResult Read(in CallLease lease, int item);

    private bool Batched => Engine.Info.Inputs[0].OpenDim is not null;

    private async Task<TResult> RunInTurnAsync(Image image, CancellationToken cancellationToken)
    {
        using Activity? span = Spans.Start("predict", Engine);
        try
        {
            ValueTask<Backend> turn = Engine.EnterAsync(cancellationToken);
            bool isMine = turn.IsCompletedSuccessfully;
            Backend backend = await turn.ConfigureAwait(false);
            // Whoever waited is on a thread of the pool by now.
            if (isMine)
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            return RunInTurn(image, backend, cancellationToken);
        }
        catch (Exception error) when (span is not null)
        {
            span.Fail(error);
            throw;
        }
    }

    private TResult RunInTurn(Image image, Backend backend, CancellationToken cancellationToken)
    {
        using CallLease call = RentFor(1, backend);
        return Run(image, call, cancellationToken);
    }

    private TResult Run(ImageView image, in CallLease call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        PictureInput.Write(TSelf.Preprocessing, image, call, Engine.Info.Inputs[0].Type);
        call.Run(cancellationToken);
        return Read(call, 0);
    }

    private CallLease RentFor(int count, Backend backend)
    {
        // The picture is the first input, so its open dim is the first one; further ones are those of inputs with defaults.
        Span<int> sizes = stackalloc int[Engine.OpenDims.Length];
        sizes.Fill(1);
        if (Batched)
            sizes[0] = count;
        return Engine.Rent(backend, sizes);
    }

    private void RunBatch(ReadOnlySpan<Image> images, Span<TResult> results, CancellationToken cancellationToken)
    {
        using CallLease call = RentFor(images.Length, Engine.Enter(cancellationToken));
        PictureInput.Write(TSelf.Preprocessing, images, call, Engine.Info.Inputs[0].Type, cancellationToken);
        call.Run(cancellationToken);
        for (int i = 0; i < images.Length; i++)
            results[i] = Read(call, i);
    }

    /// <summary>Pictures in and results out of a batch.</summary>
    private sealed class Work(ImageModel<TSelf, TResult> model) : IBatchWork<Image, TResult>
    {
        public CallLease Rent(Backend turn, int count) => model.RentFor(count, turn);

        public void Write(Image item, in CallLease call, int index) =>
            PictureInput.Write(TSelf.Preprocessing, item, call, model.Engine.Info.Inputs[0].Type, index);

        public TResult Read(in CallLease call, int index) => model.Read(call, index);

        public long Effort(Image item) => (long)item.Width * item.Height;
    }
}
