using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>What a model's life and calls write to the log. Events 1000–1099.</summary>
internal static partial class ModelLog
{
    /// <summary>The category of all messages.</summary>
    public const string Category = "ModelGen";

    [LoggerMessage(1000, LogLevel.Information, "Loaded the model '{Model}' on {Provider} in {Seconds:0.000} s: at most {MaxCalls} calls at once.")]
    public static partial void Loaded(this ILogger logger, string model, string provider, double seconds, int maxCalls);

    [LoggerMessage(1001, LogLevel.Error, "The model '{Model}' could not be loaded.")]
    public static partial void LoadFailed(this ILogger logger, string model, Exception error);

    [LoggerMessage(1002, LogLevel.Debug, "The model '{Model}' is unloaded.")]
    public static partial void Unloaded(this ILogger logger, string model);

    [LoggerMessage(1003, LogLevel.Warning, "The model '{Model}' has been disposed, but {Rented} rented calls have not been returned after {Seconds:0.###} s. It is unloaded when they are; a call that is never disposed keeps it in memory.")]
    public static partial void CallsNotReturned(this ILogger logger, string model, int rented, double seconds);

    [LoggerMessage(1010, LogLevel.Warning, "A call of the model '{Model}' got no turn: {Rented} of {MaxCalls} calls are rented, {Waiting} others wait.")]
    public static partial void Busy(this ILogger logger, string model, int rented, int maxCalls, int waiting);

    [LoggerMessage(1020, LogLevel.Error, "A batch of {Items} items failed on the model '{Model}'.")]
    public static partial void BatchFailed(this ILogger logger, string model, int items, Exception error);
}
