using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>What a child does. It prints "ready", waits for a line, and prints its answer.</summary>
internal static class ChildWork
{
    /// <summary>Loads from a cache: the outcome, a semicolon, and the phases that it went through.</summary>
    public const string Race = "race";

    /// <summary>Compares with the CPU, without TF32.</summary>
    public const string Exact = "exact";

    /// <summary>Loads with <see cref="Provider.Auto"/>: the provider, a semicolon, and what was tried.</summary>
    public const string Auto = "auto";

    /// <summary>Does it.</summary>
    /// <returns>The exit code: 0, or 1 when something is wrong.</returns>
    public static int Run(string kind, string path, string cache, Settings settings)
    {
        using Bench bench = new(settings, new Report(new Machine(), []), NativePlatform.Real, cache);
        Console.WriteLine("ready");
        Console.ReadLine();
        try
        {
            CheckModel model = ModelReader.Read(path);
            Console.WriteLine(kind switch
            {
                Race => RaceOnce(bench, model),
                Exact => CompareExactly(bench, model),
                _ => LoadAuto(bench, model),
            });
            return 0;
        }
        catch (Exception e) when (e is CheckFailedException or CheckSkippedException or ModelGenException)
        {
            Console.WriteLine(e.Message);
            return 1;
        }
    }

    private static string RaceOnce(Bench bench, CheckModel model)
    {
        SortedSet<EnginePhase> phases = [];
        using Engine engine = bench.Load(model.Info, bench.OnTensorRT(model) with { Progress = new Listener(progress => phases.Add(progress.Phase)) });
        Tolerance.Check("TF32", bench.Compare(model, engine), Tolerance.TenBits);
        return $"{engine.Report.Outcome};{string.Join(' ', phases)}";
    }

    private static string CompareExactly(Bench bench, CheckModel model)
    {
        CudaOptions exact = new() { AllowTF32 = false };
        using Engine tensorRT = bench.Load(model.Info, bench.OnTensorRT(model) with { Cuda = exact });
        using Engine cuda = bench.Load(model.Info, new ModelOptions { ModelPath = model.Path, Provider = Provider.Cuda, Cuda = exact });
        return Tolerance.Check("TensorRT", bench.Compare(model, tensorRT), Tolerance.Exact) + "; " + Tolerance.Check("CUDA", bench.Compare(model, cuda), Tolerance.Exact);
    }

    private static string LoadAuto(Bench bench, CheckModel model)
    {
        using Engine engine = bench.Open(model.Info, bench.OnTensorRT(model) with { Provider = Provider.Auto });
        Tolerance.Check("result", bench.Compare(model, engine), Tolerance.TenBits);
        return $"{engine.Report.Provider};{string.Join("; ", engine.Report.Attempts)}".ReplaceLineEndings(" ");
    }
}
