extern alias runtime;

using System.CommandLine;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;
using R = runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary><c>modelgen build</c>: builds a model's engine into the cache, so that the first process that wants it does not have to wait.</summary>
internal static class BuildCommand
{
    /// <summary>The command's name.</summary>
    internal const string Name = "build";

    /// <summary>Builds the command.</summary>
    internal static Command Create(Surroundings surroundings)
    {
        Command command = new(Name, "Builds a model's engine for this GPU into the engine cache, ahead of the program that will use it.");
        BuildArguments arguments = new(command);
        command.SetAction((result, stop) => Task.Run(() => Run(arguments.Request(result), surroundings, stop), CancellationToken.None));
        return command;
    }

    private static int Run(BuildRequest request, Surroundings surroundings, CancellationToken stop)
    {
        ModelFacts facts = ModelReader.Read(request.Path, request.Fixes, stop).Require(surroundings);
        R.ModelInfo info = RuntimeModel.Info(request.Path, facts);
        ProfileTexts.Check(info, request.TensorRT.Profiles.Keys);
        // Before the build: one that can't be kept would be minutes for nothing.
        EngineCache? cache = request.Provider == ExecutionProvider.TensorRt ? CacheArguments.Open(request.Cache) : null;

        R.ModelOptions options = RuntimeModel.Options(request.Provider, request.Precision) with
        {
            TensorRT = request.TensorRT,
            Cuda = new R.CudaOptions { DeviceId = request.Device },
            Cache = request.Cache,
        };
        EngineReport report = BuildProgress.With(surroundings, progress =>
        {
            using Engine engine = Engine.Load(info, options with { Progress = progress }, stop);
            return engine.Report;
        });
        if (report.Provider != options.Provider)
            throw NotThere(request, options.Provider, report);

        CacheEntry? entry = report.CacheKey is { } key ? cache?.List().FirstOrDefault(entry => entry.Id == key) : null;
        BuildReport built = new(request.Path, report, entry?.Folder);
        if (request.Json)
            BuildOutput.WriteJson(surroundings.Output, built);
        else
            BuildOutput.WritePage(surroundings.Output, built);
        if (report.Outcome != EngineOutcome.Uncached)
            return ExitCode.Fine;
        surroundings.Complain(Printable.Line($"The engine was built and could not be kept: {report.CacheReason}."));
        return ExitCode.InputAtFault;
    }

    // The model itself is fine, it has just been loaded on another provider; that is not what was asked for.
    private static UserFault NotThere(BuildRequest request, R.Provider wanted, EngineReport report) => new(string.Join(Environment.NewLine,
    [
        $"No engine was built for {Printable.Quote(request.Path)}, since {wanted} can't be used here:",
        .. report.Attempts.Where(attempt => !attempt.Taken).Select(attempt => "  " + Printable.Line(attempt.ToString())),
        "Where ONNX Runtime was built without a provider: this tool is packed with Microsoft.ML.OnnxRuntime, for the CPU; pack it with Microsoft.ML.OnnxRuntime.Gpu of the same version. "
            + "Where a library is named: install it, and put its folder on the library path (LD_LIBRARY_PATH, or PATH on Windows).",
    ]));
}
