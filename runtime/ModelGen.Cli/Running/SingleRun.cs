using Microsoft.ML.OnnxRuntime;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Runs a session once and lets ONNX Runtime make the outputs.</summary>
internal static class SingleRun
{
    /// <summary>Runs it.</summary>
    /// <exception cref="UserFault">ONNX Runtime can't run the model on these inputs.</exception>
    /// <exception cref="OperationCanceledException">The token asked for it; the run ends at its next node.</exception>
    internal static IDisposableReadOnlyCollection<OrtValue> Of(InferenceSession session, FeedValues feeds, string[] outputs, CancellationToken stop)
    {
        using RunOptions options = new() { LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        using CancellationTokenRegistration registration = stop.Register(() => options.Terminate = true);
        try
        {
            return session.Run(options, feeds.Names, feeds.Values, outputs);
        }
        catch (OnnxRuntimeException exception)
        {
            stop.ThrowIfCancellationRequested();
            throw Explain(exception);
        }
    }

    /// <summary>The message for a run that failed.</summary>
    internal static UserFault Explain(OnnxRuntimeException exception) =>
        new($"ONNX Runtime can't run the model: {Printable.Line(exception.Message)} Check the inputs' values and shapes; zeros don't suit every model, so give real ones with --input.", exception);
}
