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
        string kept = $"timing-{model.Name}", none = $"no-timing-{model.Name}";
        TimeSpan first = Build(bench, model, kept, keep: true), second = Build(bench, alike, kept, keep: true), without = Build(bench, alike, none, keep: false);
        bench.Report.Time($"{model.Name}/build-first", first.TotalMilliseconds);
        bench.Report.Time($"{model.Name}/build-alike", second.TotalMilliseconds);
        bench.Report.Time($"{model.Name}/build-alike-without-timing-cache", without.TotalMilliseconds);
        return $"first {Clock.Seconds(first)}, an alike one {Clock.Seconds(second)}, the same without the timing cache {Clock.Seconds(without)}";
    }

    private static TimeSpan Build(Bench bench, CheckModel model, string room, bool keep)
    {
        ModelOptions options = bench.OnTensorRT(model, room);
        using Engine engine = bench.Load(model.Info, options with { TensorRT = options.TensorRT with { TimingCache = keep } });
        return engine.Report.BuildTime;
    }
}
