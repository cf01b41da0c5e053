using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Runs a side session; ONNX Runtime makes the outputs.</summary>
internal sealed class SideRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string _model;
    private readonly CancellationToken _cancellation;
    private readonly RunOptions _options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
    private readonly CancellationTokenRegistration _registration;

    /// <summary>Prepares runs.</summary>
    /// <param name="session">The session, which stays its owner's.</param>
    /// <param name="model">The model, for messages.</param>
    /// <param name="cancellation">Stops a run under way, at its next node.</param>
    public SideRun(InferenceSession session, string model, CancellationToken cancellation)
    {
        (_session, _model, _cancellation) = (session, model, cancellation);
        _registration = cancellation.UnsafeRegister(static options => ((RunOptions)options!).Terminate = true, _options);
    }

    /// <summary>Runs once.</summary>
    /// <exception cref="ModelGenException">ONNX Runtime failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(InputFeed feed, IReadOnlyCollection<string> outputs)
    {
        _cancellation.ThrowIfCancellationRequested();
        try
        {
            return _session.Run(_options, feed.Names, feed.Values, outputs);
        }
        catch (OnnxRuntimeException e)
        {
            _cancellation.ThrowIfCancellationRequested();
            throw new ModelGenException(
                "The network failed while it ran", actual: e.Message, where: $"model '{_model}'",
                remedy: "Check the shapes and values that went in; made-up ones do not suit every model, so give real ones.", innerException: e);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // First the token lets go, which waits for a callback that runs: the options must still be there for it.
        _registration.Dispose();
        _options.Dispose();
    }
}
