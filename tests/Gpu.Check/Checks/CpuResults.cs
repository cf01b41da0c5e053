using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>The CPU, which all others are held against, gives the same numbers twice, and other ones for other inputs.</summary>
internal sealed class CpuResults : ICheck
{
    private const int OtherInputs = 8;

    public string Name => "cpu-results";

    public bool NeedsGpu => false;

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        byte[][] inputs = Runner.Inputs(model.Info, 1);
        byte[][] first = bench.Expected(model, model.Info, inputs), second = bench.Expected(model, model.Info, inputs);
        using Engine again = Engine.Load(model.Info, new ModelOptions { ModelPath = model.Path, Provider = Provider.Cpu });
        foreach (byte[][] other in new[] { second, Runner.Run(again, inputs) })
            Tolerance.Check("the same inputs again", Difference.Between(model.Info, first, other), 1e-6);
        // A map of classes may well be the same for some random inputs.
        if (model.Info.Inputs.Length > 0 && Enumerable.Range(2, OtherInputs).All(seed => Difference.Between(model.Info, first, Runner.Run(again, Runner.Inputs(model.Info, seed))).Max == 0))
            throw new CheckSkippedException("other inputs give the same results: comparing them tells little of this model");
        double milliseconds = Clock.Median(again, bench.Settings.Quick ? 20 : 100);
        bench.Report.Time($"{model.Name}/cpu", milliseconds);
        return FormattableString.Invariant($"{string.Join(", ", model.Info.Inputs)} -> {string.Join(", ", model.Info.Outputs)}; median {milliseconds:0.000} ms");
    }
}
