using Microsoft.ML.OnnxRuntime;

namespace ModelGen;

/// <summary>How a model is loaded.</summary>
public sealed record ModelOptions
{
    /// <summary>The model's file, when it does not lie where the build put it. A relative path counts from the program's folder.</summary>
    public string? ModelPath { get; init; }

    /// <summary>Whether the file's SHA-256 must be the one that the class was generated from. True unless set.</summary>
    /// <remarks>Turn it off only where something else vouches for the file: other weights or shapes give wrong results without a word.</remarks>
    public bool VerifyModelFile { get; init; } = true;

    /// <summary>Threads that one call may use; null lets ONNX Runtime take one a physical core.</summary>
    public int? IntraOpThreads { get; init; }

    /// <summary>Calls kept ready with their buffers after use; more may run at once. Twice the processors unless set.</summary>
    public int PooledCalls { get; init; } = 2 * Environment.ProcessorCount;

    /// <summary>Anything else that ONNX Runtime's session options offer; called once, before the model is loaded.</summary>
    public Action<SessionOptions>? ConfigureSession { get; init; }
}
