using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>What is written to the log while models are loaded. Event IDs 3000–3099.</summary>
internal static partial class LoadLog
{
    [LoggerMessage(3000, LogLevel.Information, "The engine of the model '{Model}' for {Provider}: {Outcome}; load {LoadSeconds:0.00} s, build {BuildSeconds:0.00} s. {CacheReason}")]
    public static partial void EngineLoaded(ILogger logger, string model, string provider, EngineOutcome outcome, double loadSeconds, double buildSeconds, string cacheReason);

    [LoggerMessage(EventId = 3001, Message = "{Model} does not run on {Provider}: {Reason}")]
    public static partial void NotTaken(ILogger logger, LogLevel level, string model, string provider, string reason);

    [LoggerMessage(3002, LogLevel.Warning, "{Model}: {Remark}")]
    public static partial void NoEffect(ILogger logger, string model, string remark);

    [LoggerMessage(3003, LogLevel.Information, "{Model}: building for {Provider} while {StandIn} answers")]
    public static partial void BuildsInBackground(ILogger logger, string model, string provider, string standIn);

    [LoggerMessage(3004, LogLevel.Information, "{Model}: {Provider} has taken over from {StandIn}")]
    public static partial void Exchanged(ILogger logger, string model, string provider, string standIn);

    [LoggerMessage(3005, LogLevel.Error, "{Model}: building in the background failed; {StandIn} goes on answering")]
    public static partial void BackgroundFailed(ILogger logger, Exception exception, string model, string standIn);

    [LoggerMessage(3007, LogLevel.Warning, "{Model}: engines are built anew by each process: {Reason}")]
    public static partial void NoCache(ILogger logger, string model, string reason);

    [LoggerMessage(3006, LogLevel.Warning, "{Model}: {Count} of {Total} nodes are left to the CPU, among them {Examples}")]
    public static partial void NodesLeft(ILogger logger, string model, int count, int total, string examples);

    [LoggerMessage(3008, LogLevel.Warning, "{Model} has been disposed, but TensorRT does not let its build be stopped; what it builds is unloaded when it ends")]
    public static partial void BuildGoesOn(ILogger logger, string model);

    [LoggerMessage(EventId = 3090, Message = "{NativeMessage} [{CodeLocation}]")]
    public static partial void NativeMessage(ILogger logger, LogLevel level, string nativeMessage, string codeLocation);
}
