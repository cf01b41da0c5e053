using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>One engine serves every size of its profile, and refuses the next one by the profile's name.</summary>
internal sealed class OpenBatch : ICheck
{
    private const int Most = 32;

    public string Name => "open-batch";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        if (model.OpenInfo is not { } info)
            throw new CheckSkippedException("the model has no open first dim");
        ModelOptions options = bench.OnTensorRT(model);
        string dim = info.Inputs.Select(input => input.OpenDim).OfType<string>().First();
        TensorRTOptions profiles = options.TensorRT with { Profiles = ImmutableSortedDictionary<string, DimRange>.Empty.Add(dim, new DimRange(1, 8, Most)) };
        using Engine engine = bench.Load(info, options with { TensorRT = profiles });
        double worst = 0;
        for (int items = 1; items <= Most; items++)
        {
            Difference difference = bench.Compare(model, engine, seed: items, items);
            Tolerance.Check($"{items} items", difference, Tolerance.TenBits);
            worst = Math.Max(worst, difference.Max);
        }
        try
        {
            Runner.Run(engine, Runner.Inputs(info, 1, Most + 1), Most + 1);
        }
        catch (ArgumentOutOfRangeException e) when (e.Message.Contains($"1 to {Most}", StringComparison.Ordinal) && e.Message.Contains(dim, StringComparison.Ordinal))
        {
            return FormattableString.Invariant($"1 to {Most} items of '{dim}' right (max abs {worst:G3}); {Most + 1} refused: {e.Message}");
        }
        throw new CheckFailedException($"{Most + 1} items were not refused");
    }
}
