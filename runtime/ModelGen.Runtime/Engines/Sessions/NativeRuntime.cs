using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Turns ONNX Runtime's own failures to start into a sentence that says which package to add.</summary>
internal static class NativeRuntime
{
    private static readonly Lock s_gate = new();
    private static SharedThreads? s_sharedThreads;
    private static bool s_loaded;

    /// <summary>The pool of threads that models share; null where each has its own.</summary>
    public static SharedThreads? Shared => Volatile.Read(ref s_sharedThreads);

    /// <summary>Chooses one pool of threads for all models.</summary>
    /// <exception cref="InvalidOperationException">ONNX Runtime is in use already.</exception>
    public static void Share(SharedThreads threads)
    {
        lock (s_gate)
        {
            if (s_loaded || OrtEnv.IsCreated)
            {
                throw new InvalidOperationException(
                    "ONNX Runtime has been started already, with threads for each model. Choose shared threads at the start of the program, before the first model is loaded.");
            }
            Volatile.Write(ref s_sharedThreads, threads);
        }
    }

    /// <summary>Makes sure that the native library is there and of the version that the managed one needs.</summary>
    /// <exception cref="ModelGenException">It is missing, too old, or made for another platform.</exception>
    public static void EnsureLoaded()
    {
        if (Volatile.Read(ref s_loaded))
            return;
        lock (s_gate)
        {
            try
            {
                Start();
                Volatile.Write(ref s_loaded, true);
            }
            catch (Exception e) when (Root(e) is DllNotFoundException or EntryPointNotFoundException or BadImageFormatException or TypeInitializationException or NullReferenceException)
            {
                throw Explain(Root(e));
            }
        }
    }

    private static void Start()
    {
        // Its log, and its threads, can be had only by whoever makes the environment.
        if (!OrtEnv.IsCreated)
        {
            using OrtThreadingOptions? threading = Threading(s_sharedThreads);
            EnvironmentCreationOptions options = NativeLog.Options with { threadOptions = threading };
            _ = OrtEnv.CreateInstanceWithOptions(ref options);
        }
        _ = OrtEnv.Instance();
    }

    private static OrtThreadingOptions? Threading(SharedThreads? shared)
    {
        if (shared is null)
            return null;
        OrtThreadingOptions threading = new() { GlobalSpinControl = shared.AllowSpinning };
        if (shared.Threads is { } threads)
            threading.GlobalIntraOpNumThreads = threads;
        return threading;
    }

    /// <summary>The error for a failure to load the native library.</summary>
    public static ModelGenException Explain(Exception cause)
    {
        string managed = typeof(InferenceSession).Assembly.GetName().Version?.ToString(3) ?? "?";
        string problem = cause switch
        {
            DllNotFoundException => "ONNX Runtime's native library is missing",
            BadImageFormatException => "ONNX Runtime's native library is made for another platform",
            _ => $"ONNX Runtime's native library does not fit its managed part, version {managed}",
        };
        return new ModelGenException(
            problem,
            expected: $"exactly one native package of version {managed}",
            actual: FirstLine(cause),
            remedy: $"Add <PackageReference Include=\"Microsoft.ML.OnnxRuntime\" Version=\"{managed}\" /> for the CPU, or " +
                    "Microsoft.ML.OnnxRuntime.Gpu of the same version for NVIDIA GPUs, to the project of the program itself; never both.",
            innerException: cause);
    }

    private static string FirstLine(Exception cause) => cause.Message.Split('\n', 2)[0].TrimEnd('.', '\r', ' ');

    private static Exception Root(Exception e) => e is TypeInitializationException { InnerException: { } inner } ? Root(inner) : e;
}
