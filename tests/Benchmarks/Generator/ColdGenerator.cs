using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ModelGen.Benchmarks;

/// <summary>
/// What a model of 1.8 GB costs the first build of a fresh compiler above a trivial model: each figure from a process of its own, the kinds in turn.
/// </summary>
internal static class ColdGenerator
{
    /// <summary>The command-line word for the comparison.</summary>
    public const string Verb = "cold-generator";

    private const int Rounds = 9;

    private static readonly (string Name, int Tensors, long BytesEach)[] s_models =
    [
        ("trivial, 1 tensor of 16 bytes", 1, 16),
        ("1.8 GB in 1 tensor", 1, 1_800_000_000),
        ("1.8 GB in 200 tensors", 200, 9_000_000),
        ("1.8 GB in 2,000 tensors", 2_000, 900_000),
    ];

    /// <summary>Compares; or, with a path, measures one run in this process.</summary>
    public static void Run(string[] args)
    {
        if (args.Length > 0)
            Measure(args[0]);
        else
            Compare();
    }

    private static void Measure(string path)
    {
        Compilation compilation = GeneratorHost.Compilation();
        GeneratorDriver driver = GeneratorHost.Driver([path]);
        long before = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        GeneratorDriverRunResult result = driver.RunGenerators(compilation).GetRunResult();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        if (result.GeneratedTrees.Length != 1 || result.Diagnostics.Length > 0)
            throw new InvalidOperationException($"Expected one class, got {string.Join(", ", result.Diagnostics)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{milliseconds} {allocated}"));
    }

    private static void Compare()
    {
        string folder = Directory.CreateTempSubdirectory("modelgen-").FullName;
        try
        {
            string[] paths = [.. s_models.Select((_, i) => Path.Combine(folder, $"model{i}.onnx"))];
            for (int i = 0; i < paths.Length; i++)
                LargeModel.Write(paths[i], s_models[i].Tensors, s_models[i].BytesEach);
            List<(double Milliseconds, long Allocated)>[] runs = [.. paths.Select(_ => new List<(double, long)>())];
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < paths.Length; i++)
                    runs[i].Add(MeasureInAProcessOfItsOwn(paths[i]));
            }
            Print(runs);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (double Milliseconds, long Allocated) MeasureInAProcessOfItsOwn(string path)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(ColdGenerator).Assembly.Location);
        start.ArgumentList.Add(Verb);
        start.ArgumentList.Add(path);
        using Process process = Process.Start(start)!;
        string[] figures = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(figures[0], CultureInfo.InvariantCulture), long.Parse(figures[1], CultureInfo.InvariantCulture));
    }

    private static void Print(List<(double Milliseconds, long Allocated)>[] runs)
    {
        double[] milliseconds = [.. runs.Select(run => Median(run.Select(figure => figure.Milliseconds)))];
        double[] megabytes = [.. runs.Select(run => Median(run.Select(figure => figure.Allocated / 1e6)))];
        Console.WriteLine("| model | first run | above trivial | allocated above trivial |");
        Console.WriteLine("|---|---|---|---|");
        for (int i = 0; i < runs.Length; i++)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {s_models[i].Name} | ×{milliseconds[i] / milliseconds[0]:F2} | {milliseconds[i] - milliseconds[0]:F1} ms | {megabytes[i] - megabytes[0]:F2} MB |"));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
