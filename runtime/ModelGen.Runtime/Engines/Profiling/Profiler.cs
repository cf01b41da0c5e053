using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Measures where a model's time goes, in a session of its own with ONNX Runtime's profiling on.</summary>
public static class Profiler
{
    // ONNX Runtime stops recording at a million events ("Maximum number of events reached"), which are those of the nodes and two more a run. Loops make more.
    private const long MostEvents = 900_000, EventsOfARun = 2;

    /// <summary>Loads the model, runs it, and reads the profile.</summary>
    /// <param name="info">The model.</param>
    /// <param name="model">How it is loaded; null for the usual way.</param>
    /// <param name="options">How it is profiled; null for the usual way.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    /// <exception cref="ModelGenException">The model can't be loaded or run.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one run, or fewer than none before.</exception>
    public static EngineProfile Profile(ModelInfo info, ModelOptions? model = null, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(info);
        model ??= new ModelOptions();
        NativeRuntime.EnsureLoaded();
        return Profile(info, model, ModelFile.Find(info, model), options ?? new ProfileOptions(), cancellationToken);
    }

    /// <summary>Profiles a file that was found and verified.</summary>
    internal static EngineProfile Profile(ModelInfo info, ModelOptions model, string path, ProfileOptions options, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Runs, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Warmup, nameof(options));
        // Only this user may look into it: a profile has names and shapes of the model.
        DirectoryInfo folder = Directory.CreateTempSubdirectory("modelgen-profile-");
        try
        {
            string file = Record(info, model, path, options, Path.Combine(folder.FullName, "profile"), cancellationToken);
            using StreamReader reader = new(file);
            List<TraceEvent> events = TraceReader.Read(reader, out int unreadable);
            return ProfileBuilder.Build(info.Name, events, options.Warmup, unreadable);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>As many of the wanted runs as ONNX Runtime's profile has room for, at least one.</summary>
    /// <param name="options">What is wanted.</param>
    /// <param name="nodes">The nodes of the model: events of one run.</param>
    internal static int Fitting(ProfileOptions options, int nodes) =>
        (int)Math.Clamp(MostEvents / (nodes + EventsOfARun) - options.Warmup, 1, options.Runs);

    private static string Record(ModelInfo info, ModelOptions model, string path, ProfileOptions options, string prefix, CancellationToken cancellationToken)
    {
        using SideSession side = SideSession.Open(info, model, path, settings =>
        {
            // In this order: switching profiling on takes the prefix that is set then.
            settings.ProfileOutputPathPrefix = prefix;
            settings.EnableProfiling = true;
        });
        InferenceSession session = side.Session;
        using InputFeed feed = InputFeed.Make(session, info.Name, new InputPlan(options.Inputs, options.OpenDims, options.InputShapes, options.Seed));
        using SideRun run = new(session, info.Name, cancellationToken);
        string[] outputs = [.. session.OutputNames];
        int runs = options.Warmup + Fitting(options, NativeNodes.TryRead(session)?.Length ?? 0);
        for (int i = 0; i < runs; i++)
            run.Run(feed, outputs).Dispose();
        string file = session.EndProfiling();
        Debug.Assert(file.StartsWith(prefix, StringComparison.Ordinal));
        return file;
    }
}
