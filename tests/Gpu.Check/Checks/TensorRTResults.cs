using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>TensorRT's results are the CPU's, within what a precision allows.</summary>
internal sealed class TensorRTResults(string name, Precision precision) : ICheck
{
    public string Name => name;

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        if (precision != Precision.Default && bench.Platform.Gpus.TensorRT().Major >= 11)
            throw new CheckSkippedException("TensorRT 11 computes in the numbers of the model only");
        using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model) with { Precision = precision });
        string text = Tolerance.Check(precision.ToString(), bench.Compare(model, engine), Tolerance.TenBits);
        double milliseconds = Clock.Median(engine, bench.Settings.Quick ? 50 : 300);
        bench.Report.Time($"{model.Name}/tensorrt-{precision}", milliseconds);
        return FormattableString.Invariant($"{text}; median {milliseconds:0.000} ms");
    }
}
