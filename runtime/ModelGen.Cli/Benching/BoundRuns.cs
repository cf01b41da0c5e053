using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Cli;

/// <summary>Runs over inputs and outputs that are bound once: what a program without allocation does.</summary>
internal sealed class BoundRuns : IMeasured, IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _options;
    private readonly OrtIoBinding _binding;
    private readonly List<OrtValue> _outputs = [];

    private BoundRuns(InferenceSession session, RunOptions options) => (_session, _options, _binding) = (session, options, session.CreateIoBinding());

    /// <summary>Binds outputs of the shapes that one run gave; null when some output is not a tensor of numbers.</summary>
    internal static BoundRuns? TryBind(InferenceSession session, RunOptions options, FeedValues feeds, string[] names, IReadOnlyList<OrtValue> results)
    {
        if (!results.All(result => result.IsTensor && !result.GetTensorTypeAndShape().IsString))
            return null;
        BoundRuns runs = new(session, options);
        for (int i = 0; i < feeds.Names.Length; i++)
            runs._binding.BindInput(feeds.Names[i], feeds.Values[i]);
        for (int i = 0; i < names.Length; i++)
        {
            OrtTensorTypeAndShapeInfo info = results[i].GetTensorTypeAndShape();
            OrtValue output = OrtValue.CreateAllocatedTensorValue(OrtAllocator.DefaultInstance, info.ElementDataType, info.Shape);
            runs._outputs.Add(output);
            runs._binding.BindOutput(names[i], output);
        }
        return runs;
    }

    /// <inheritdoc/>
    public void Run() => _session.RunWithBinding(_options, _binding);

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding.Dispose();
        foreach (OrtValue output in _outputs)
            output.Dispose();
    }
}
