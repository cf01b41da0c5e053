using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>CUDA's results are the CPU's.</summary>
internal sealed class CudaResults : ICheck
{
    public string Name => "results-cuda";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        using Engine engine = bench.Load(model.Info, new ModelOptions { ModelPath = model.Path, Provider = Provider.Cuda });
        string text = Tolerance.Check("TF32", bench.Compare(model, engine), Tolerance.TenBits);
        bench.Report.Time($"{model.Name}/cuda", Clock.Median(engine, bench.Settings.Quick ? 50 : 300));
        return text;
    }
}
