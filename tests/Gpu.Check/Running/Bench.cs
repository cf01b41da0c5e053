using ModelGen.Engines;

namespace ModelGen.GpuCheck;

/// <summary>What the checks work with: models, folders for engines, and the CPU's results.</summary>
internal sealed class Bench(Settings settings, Report report, NativePlatform platform, string folder) : IDisposable
{
    private readonly Dictionary<string, Engine> _onCpu = [];

    /// <summary>The command line.</summary>
    public Settings Settings => settings;

    /// <summary>The machine.</summary>
    public NativePlatform Platform => platform;

    /// <summary>All models; the first one is small.</summary>
    public List<CheckModel> Models { get; } = [];

    /// <summary>Where timings go.</summary>
    public Report Report => report;

    /// <summary>A folder of this run; deleted at its end.</summary>
    public string Room(string name)
    {
        string path = Path.Join(folder, name);
        // Engines are code: others may not write there, or the cache refuses the folder.
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>An empty folder of this run.</summary>
    public string EmptyRoom(string name)
    {
        string path = Room(name);
        Directory.Delete(path, recursive: true);
        return Room(name);
    }

    /// <summary>Options for TensorRT with engines in a folder of that name.</summary>
    public ModelOptions OnTensorRT(CheckModel model, string room = "shared") => new()
    {
        ModelPath = model.Path,
        Provider = Provider.TensorRT,
        Cache = new EngineCacheOptions { Folder = Room(room), MaxBytes = 0 },
        TensorRT = new TensorRTOptions { BuilderLevel = settings.Quick ? 1 : 3 },
    };

    /// <summary>Loads a model on this machine, on whatever the options allow.</summary>
    public Engine Open(ModelInfo info, ModelOptions options) => new(info, options, platform);

    /// <summary>Loads an engine and makes sure that it is TensorRT's.</summary>
    /// <exception cref="CheckFailedException">Another provider stands in.</exception>
    public Engine Load(ModelInfo info, ModelOptions options)
    {
        Engine engine = Open(info, options);
        if (engine.Report.Provider == options.Provider)
            return engine;
        string attempts = string.Join("; ", engine.Report.Attempts);
        engine.Dispose();
        throw new CheckFailedException(attempts);
    }

    /// <summary>The CPU's results, which all others are held against.</summary>
    public byte[][] Expected(CheckModel model, ModelInfo info, byte[][] inputs, int items = 1)
    {
        string key = model.Path + "|" + info.Name;
        if (!_onCpu.TryGetValue(key, out Engine? engine))
            _onCpu[key] = engine = Engine.Load(info, new ModelOptions { ModelPath = model.Path, Provider = Provider.Cpu });
        return Runner.Run(engine, inputs, items);
    }

    /// <summary>The difference of one run to the CPU's.</summary>
    public Difference Compare(CheckModel model, Engine engine, int seed = 1, int items = 1)
    {
        byte[][] inputs = Runner.Inputs(engine.Info, seed, items);
        return Difference.Between(engine.Info, Expected(model, engine.Info, inputs, items), Runner.Run(engine, inputs, items));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Engine engine in _onCpu.Values)
            engine.Dispose();
    }
}
