using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen;

/// <summary>How a model is loaded and run.</summary>
public sealed record ModelOptions
{
    /// <summary>The model's file, when it does not lie where the build put it. A relative path counts from the program's folder.</summary>
    public string? ModelPath { get; init; }

    /// <summary>Whether the file's SHA-256 must be the one that the class was generated from. True unless set.</summary>
    /// <remarks>Turn it off only where something else vouches for the file: other weights or shapes give wrong results without a word.</remarks>
    public bool VerifyModelFile { get; init; } = true;

    /// <summary>What computes. <see cref="Provider.Auto"/> unless set: the best that really loads.</summary>
    public Provider Provider { get; init; } = Provider.Auto;

    /// <summary>Whether a provider that does not load, or that leaves a single node to another one, is an error. False unless set: then it is a warning in the log.</summary>
    public bool Strict { get; init; }

    /// <summary>The numbers that the provider may compute in; null for what the project chose with <c>ModelGenPrecision</c>.</summary>
    public Precision? Precision { get; init; }

    /// <summary>Whether calls are answered on CUDA or the CPU while a TensorRT engine is being built. With <see cref="Provider.Auto"/> or <see cref="Provider.TensorRT"/>.</summary>
    public bool BuildInBackground { get; init; }

    /// <summary>TensorRT's settings.</summary>
    public TensorRTOptions TensorRT { get; init; } = new();

    /// <summary>Settings of CUDA and of the transfers to and from the GPU, with TensorRT too.</summary>
    public CudaOptions Cuda { get; init; } = new();

    /// <summary>Settings in the provider's own words, which are put over those above. For plug-in providers, and for what has no property here.</summary>
    public ImmutableSortedDictionary<string, string> ProviderSettings { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Where engines are kept, and how many.</summary>
    public EngineCacheOptions Cache { get; init; } = new();

    /// <summary>Threads that one call may use; null lets ONNX Runtime take one a physical core.</summary>
    public int? IntraOpThreads { get; init; }

    /// <summary>Calls that may be rented at once; further ones wait. Null for what suits the provider: see <see cref="Engines.EngineReport.MaxCalls"/>.</summary>
    public int? MaxCalls { get; init; }

    /// <summary>How long a call waits for its turn before it fails with <see cref="ModelBusyException"/>. 30 seconds unless set.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Asynchronous calls that may wait for their turn; the next one fails at once with <see cref="ModelBusyException"/>. 1,000 unless set.</summary>
    public int MaxQueuedCalls { get; init; } = 1000;

    /// <summary>Puts asynchronous calls for single items together into batches; null does not. For models of pictures with an open first dim.</summary>
    public BatchingOptions? Batching { get; init; }

    /// <summary>Where messages go; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }

    /// <summary>Is told of each phase while the model loads and an engine is built.</summary>
    public IProgress<EngineProgress>? Progress { get; init; }

    /// <summary>Whether threads of ONNX Runtime's pool spin for a while when they have nothing to do. Null for ONNX Runtime's choice, which is yes.</summary>
    /// <remarks>Spinning makes one model alone a little faster, and takes processor time from other models and from the rest of the program: see docs/concurrency.md.</remarks>
    public bool? AllowSpinning { get; init; }

    /// <summary>Anything else that ONNX Runtime's session options offer; called once for each session, before the model is loaded.</summary>
    /// <remarks>An engine's cache key can't see what it does: give <see cref="EngineCacheOptions.Salt"/> another value when it changes.</remarks>
    public Action<SessionOptions>? ConfigureSession { get; init; }

    /// <summary>Ends the loading, where it can be ended.</summary>
    internal CancellationToken LoadCancellation { get; init; }
}
