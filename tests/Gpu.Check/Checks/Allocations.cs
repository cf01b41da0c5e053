using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A rented call on TensorRT allocates nothing with buffers on the GPU. What binding anew allocates is told.</summary>
internal sealed class Allocations : ICheck
{
    /// <summary>Calls that are looked at.</summary>
    public const int Runs = 1000;

    public string Name => "allocations";

    public string Run(Bench bench, CheckModel model)
    {
        double device = Measure(bench, model, TensorTransfer.DeviceBuffers), rebind = Measure(bench, model, TensorTransfer.Rebind);
        string text = FormattableString.Invariant($"DeviceBuffers {device:0.#} B a call, Rebind {rebind:0.#} B a call");
        return device == 0 ? text : throw new CheckFailedException(text);
    }

    private static double Measure(Bench bench, CheckModel model, TensorTransfer transfer)
    {
        using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model) with { Cuda = new CudaOptions { Transfer = transfer } });
        return Clock.BytesACall(engine, Runs);
    }
}
