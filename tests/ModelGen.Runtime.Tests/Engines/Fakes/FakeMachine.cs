using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

/// <summary>A machine with an NVIDIA GPU that is played, a cache folder of its own, and the digits network.</summary>
internal sealed class FakeMachine : IDisposable, ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _log = new();

    public FakeMachine()
    {
        Folder = Directory.CreateTempSubdirectory("modelgen-").FullName;
        ModelPath = Path.Combine(Folder, "digits.onnx");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx"), ModelPath);
        Options = new ModelOptions
        {
            ModelPath = ModelPath,
            LoggerFactory = this,
            Cache = new EngineCacheOptions { Folder = Path.Combine(Folder, "cache") },
        };
    }

    public string Folder { get; }

    public string ModelPath { get; }

    public FakeSessions Sessions { get; } = new();

    public FakeGpus Gpus { get; } = new();

    public FakeCuda Cuda { get; } = new();

    public string? NoCudaRuntime { get; set; }

    public ModelOptions Options { get; set; }

    public IReadOnlyList<(LogLevel Level, string Text)> Log => [.. _log];

    public NativePlatform Platform => new(Sessions, Gpus, () => NoCudaRuntime is null ? Cuda : throw new ProviderUnavailableException(NoCudaRuntime));

    /// <summary>The digits network; its batch is fixed to one unless it is to stay open.</summary>
    public ModelInfo Info(bool openBatch = false) => new()
    {
        Name = "digits",
        FileName = "digits.onnx",
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(ModelPath))),
        Inputs = [new("image", ElementType.Float32, [openBatch ? "batch" : (DimInfo)1, 1, 8, 8])],
        Outputs = [new("probabilities", ElementType.Float32, [openBatch ? "batch" : (DimInfo)1, 10])],
        FixedDims = openBatch ? [] : [new("batch", 1)],
        Opsets = ["ai.onnx 17"],
    };

    public Engine Load(Func<ModelOptions, ModelOptions>? change = null, ModelInfo? info = null, CancellationToken cancellationToken = default) =>
        new(info ?? Info(), (change?.Invoke(Options) ?? Options) with { LoadCancellation = cancellationToken }, Platform);

    /// <summary>Runs one picture, all of whose pixels are one number.</summary>
    public static float[] Run(Engine engine, float pixel, int count = 1)
    {
        using CallLease call = engine.OpenDims.IsEmpty ? engine.Rent() : engine.Rent(count);
        call.InputSpan<float>(0).Fill(pixel);
        call.Run();
        return call.OutputSpan<float>(0).ToArray();
    }

    public static string[] Tried(EngineReport report) => [.. report.Attempts.Select(attempt => attempt.ToString())];

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider) { }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _log.Enqueue((logLevel, formatter(state, exception)));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
