using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A rented call on the CPU allocates nothing.</summary>
internal sealed class CpuAllocations : ICheck
{
    public string Name => "cpu-allocations";

    public bool NeedsGpu => false;

    public string Run(Bench bench, CheckModel model)
    {
        using Engine engine = Engine.Load(model.Info, new ModelOptions { ModelPath = model.Path, Provider = Provider.Cpu });
        double bytes = Clock.BytesACall(engine, Allocations.Runs);
        return bytes == 0 ? "0 B a call" : throw new CheckFailedException(FormattableString.Invariant($"{bytes:0.#} B a call"));
    }
}
