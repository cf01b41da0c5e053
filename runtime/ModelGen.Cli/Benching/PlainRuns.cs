using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Cli;

/// <summary>Runs whose outputs ONNX Runtime makes anew each time: for outputs that are not tensors of numbers.</summary>
internal sealed class PlainRuns(InferenceSession session, RunOptions options, FeedValues feeds, string[] outputs) : IMeasured
{
    /// <inheritdoc/>
    public void Run() => session.Run(options, feeds.Names, feeds.Values, outputs).Dispose();
}
