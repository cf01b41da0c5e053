using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Loading and unloading again and again gives the GPU's memory back.</summary>
internal sealed class MemoryCycles : ICheck
{
    // The first ones fill caches of the libraries, which stay.
    private const int Warmup = 5;
    private const long MostBytes = 64 << 20;

    public string Name => "memory";

    public string Run(Bench bench, CheckModel model)
    {
        int cycles = bench.Settings.Quick ? 30 : 200;
        byte[][] inputs = Runner.Inputs(model.Info, 1);
        long before = 0;
        for (int i = 0; i < Warmup + cycles; i++)
        {
            if (i == Warmup)
                before = GpuMemory.Free();
            using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model));
            Runner.Run(engine, inputs);
        }
        long lost = before - GpuMemory.Free();
        string text = FormattableString.Invariant($"{cycles} cycles, {lost / 1e6:0.0} MB of the GPU's memory lost (other programs on it count as well)");
        return lost <= MostBytes ? text : throw new CheckFailedException(text);
    }
}
