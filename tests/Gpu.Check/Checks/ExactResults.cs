namespace ModelGen.GpuCheck;

/// <summary>Without TF32, float32 results are the CPU's to the last digits. In a process of its own, since TensorRT is told once a process.</summary>
internal sealed class ExactResults : ICheck
{
    public string Name => "results-fp32";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        using Child child = Child.Start(bench.Settings.ForChild(), environment: null, ChildWork.Exact, model.Path, bench.Room("exact"));
        child.Go();
        return child.Answer();
    }
}
