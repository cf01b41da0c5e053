using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>A recorded CUDA graph sees each new input, also with several calls at once.</summary>
internal sealed class CudaGraph : ICheck
{
    private const int Inputs = 100;
    private const int Threads = 4;

    public string Name => "cuda-graph";

    public bool EachModel => true;

    public string Run(Bench bench, CheckModel model)
    {
        ModelOptions options = bench.OnTensorRT(model);
        byte[][][] inputs = [.. Enumerable.Range(0, Inputs).Select(seed => Runner.Inputs(model.Info, seed))];
        byte[][][] expected;
        using (Engine plain = bench.Load(model.Info, options))
            expected = [.. inputs.Select(input => Runner.Run(plain, input))];
        using Engine graph = bench.Load(model.Info, options with { MaxCalls = Threads, Cuda = new CudaOptions { CudaGraph = true } });
        for (int i = 0; i < Inputs; i++)
            Check(model, i, expected[i], Runner.Run(graph, inputs[i]));
        double milliseconds = Clock.Median(graph, bench.Settings.Quick ? 50 : 300);
        bench.Report.Time($"{model.Name}/cuda-graph", milliseconds);
        Parallel.For(0, Threads * Inputs, new ParallelOptions { MaxDegreeOfParallelism = Threads }, i => Check(model, i % Inputs, expected[i % Inputs], Runner.Run(graph, inputs[i % Inputs])));
        return FormattableString.Invariant($"{Inputs} inputs one after the other and {Threads * Inputs} from {Threads} threads equal those without; median {milliseconds:0.000} ms");
    }

    private static void Check(CheckModel model, int input, byte[][] expected, byte[][] actual)
    {
        if (Difference.Between(model.Info, expected, actual) is { Max: > 0 } difference)
            throw new CheckFailedException($"input {input} differs from the run without a graph: {difference}");
    }
}
