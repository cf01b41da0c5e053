using System.Globalization;
using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>Checks all that needs an NVIDIA GPU, and says exactly what is missing where there is none.</summary>
internal static class Program
{
    private const int Fine = 0, Failed = 1, WrongArguments = 2, NoGpu = 3;

    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Environment.SetEnvironmentVariable("ORT_DISABLE_TELEMETRY", "1");
        try
        {
            if (arguments is ["child", var kind, var model, var cache, .. var rest])
            {
                Settings own = Settings.Parse(rest);
                UseNatives(own, tell: false);
                NativeRuntime.EnsureLoaded();
                return ChildWork.Run(kind, model, cache, own);
            }
            return Run(Settings.Parse(arguments));
        }
        catch (ArgumentException e)
        {
            Console.Error.WriteLine(e.Message);
            Console.Error.WriteLine(Settings.Usage);
            return WrongArguments;
        }
    }

    private static int Run(Settings settings)
    {
        UseNatives(settings, tell: true);
        NativePlatform platform = NativePlatform.Real;
        try
        {
            NativeRuntime.EnsureLoaded();
        }
        catch (ModelGenException e)
        {
            Console.WriteLine($"MISSING  libonnxruntime.so: {(e.InnerException is { } cause ? NativeFolder.LoaderSays(cause) : e.Message)}; copy it beside this program, or give its folder with --natives");
            return NoGpu;
        }
        IReadOnlyList<string> missing = MissingParts.Look(platform);
        var machine = Machine.Of(platform);
        Console.WriteLine(machine);
        foreach (string line in missing)
            Console.WriteLine($"MISSING  {line.ReplaceLineEndings(" ")}");
        Report report = new(machine, missing);
        string folder = Folder(settings);
        try
        {
            using Bench bench = new(settings, report, platform, folder);
            Models(bench);
            Check(bench, missing.Count == 0);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        if (settings.Json is { } json)
            report.Write(json);
        Console.WriteLine(report.Summary());
        if (!report.IsFine)
            return Failed;
        if (missing.Count == 0)
            return Fine;
        Console.WriteLine("The checks on the GPU were not made: see the lines MISSING above.");
        return NoGpu;
    }

    private static void UseNatives(Settings settings, bool tell)
    {
        if (settings.Natives is not { } natives)
            return;
        IReadOnlyList<string> failed = NativeFolder.Use(natives, settings.Hidden);
        if (!tell)
            return;
        foreach (string line in failed)
            Console.WriteLine($"NOTE  not loaded: {line}");
        string path = Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? "";
        if (!path.Split(':').Contains(natives))
            Console.WriteLine($"NOTE  libraries that others open by a path of their own are found only with LD_LIBRARY_PATH={natives}{(path.Length == 0 ? "" : ":" + path)}");
    }

    private static string Folder(Settings settings)
    {
        if (settings.Cache is not { } cache)
            return Directory.CreateTempSubdirectory("gpu-check-").FullName;
        return Directory.CreateDirectory(Path.Join(cache, $"gpu-check-{Environment.ProcessId}")).FullName;
    }

    private static void Models(Bench bench)
    {
        string carried = bench.Room("models");
        IEnumerable<string> paths = new[] { CarriedModels.Digits, CarriedModels.Selfie }.Select(name => CarriedModels.Write(name, carried));
        if (bench.Settings.Models is { } folder)
            paths = paths.Concat(Directory.EnumerateFiles(folder, "*.onnx").Order(StringComparer.Ordinal));
        foreach (string path in paths)
        {
            try
            {
                bench.Models.Add(ModelReader.Read(path));
            }
            catch (CheckSkippedException e)
            {
                bench.Report.Add($"model/{Path.GetFileName(path)}", () => throw e);
            }
        }
    }

    private static void Check(Bench bench, bool hasGpu)
    {
        foreach (ICheck check in Plan.Checks.Where(check => check.Name.StartsWith(bench.Settings.Only, StringComparison.Ordinal)))
        {
            foreach (CheckModel model in bench.Models.Take(check.EachModel ? int.MaxValue : 1))
            {
                bench.Report.Add($"{check.Name}/{model.Name}", () => check.NeedsGpu && !hasGpu
                    ? throw new CheckSkippedException("needs what is missing above")
                    : check.Run(bench, model));
            }
        }
    }
}
