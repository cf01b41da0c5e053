using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>How long the build of an alike network takes after the first one, with measurements of kernels kept and without. It tells times only.</summary>
internal sealed class TimingOfBuilds : ICheck
{
    public string Name => "timing-cache";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        string copy = Path.Join(bench.EmptyRoom("timing-files"), Path.GetFileName(model.Path));
        WeightBytes.CopyChanged(model.Path, copy);
        CheckModel alike = ModelReader.Read(copy);
        TimeSpan first = Build(bench, model, "timing-kept", keep: true), second = Build(bench, alike, "timing-kept", keep: true);
        TimeSpan without = Build(bench, alike, "timing-none", keep: false);
        return $"first {Clock.Seconds(first)}, an alike one {Clock.Seconds(second)}, the same without the timing cache {Clock.Seconds(without)}";
    }

    private static TimeSpan Build(Bench bench, CheckModel model, string room, bool keep)
    {
        ModelOptions options = bench.OnTensorRT(model, room);
        using Engine engine = Bench.Load(model.Info, options with { TensorRT = options.TensorRT with { TimingCache = keep } });
        bench.Report.Time($"{model.Name}/{room}-{Path.GetFileName(Path.GetDirectoryName(model.Path))}", engine.Report.BuildTime.TotalMilliseconds);
        return engine.Report.BuildTime;
    }
}
