using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A model of other weights under the same file name never gets the old engine.</summary>
internal sealed class OtherWeights : ICheck
{
    public string Name => "other-weights";

    public string Run(Bench bench, CheckModel model)
    {
        // The provider's own names for engines come from the file's name, not from where it lies.
        string copy = Path.Join(bench.EmptyRoom("weights-files"), Path.GetFileName(model.Path));
        int numbers = WeightBytes.CopyChanged(model.Path, copy);
        CheckModel changed = ModelReader.Read(copy);
        byte[][] inputs = Runner.Inputs(model.Info, 1);
        byte[][] before = bench.Expected(model, model.Info, inputs), expected = bench.Expected(changed, changed.Info, inputs);
        Difference between = Difference.Between(model.Info, before, expected);
        if (between.Relative < 3 * Tolerance.TenBits)
            throw new CheckSkippedException($"turning {numbers} signs over hardly changes the result: {between}");
        bench.Load(model.Info, bench.OnTensorRT(model, "weights")).Dispose();
        using Engine engine = bench.Load(changed.Info, bench.OnTensorRT(changed, "weights"));
        if (engine.Report.Outcome != EngineOutcome.Built)
            throw new CheckFailedException($"{engine.Report.Outcome}: the engine of other weights was taken");
        return Tolerance.Check($"{numbers} numbers changed, which is {between} from before; to the CPU's", bench.Compare(changed, engine), Tolerance.TenBits);
    }
}
