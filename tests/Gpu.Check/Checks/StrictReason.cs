using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Without TensorRT, strict loading fails and says why.</summary>
internal sealed class StrictReason : ICheck
{
    public string Name => "strict-without-tensorrt";

    public bool NeedsGpu => false;

    public string Run(Bench bench, CheckModel model)
    {
        if (MissingParts.Look(bench.Platform).Count == 0)
            throw new CheckSkippedException("TensorRT is here; see 'strict-nodes'");
        try
        {
            using Engine engine = bench.Open(model.Info, bench.OnTensorRT(model) with { Strict = true });
            throw new CheckFailedException($"{engine.Report.Provider} stands in, though loading is strict");
        }
        catch (ModelGenException e) when (e.Message.Contains("TensorRT: not taken: ", StringComparison.Ordinal))
        {
            return e.Message;
        }
    }
}
