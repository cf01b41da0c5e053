using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>The cache's messages: events 2000 to 2099.</summary>
internal static partial class CacheLog
{
    [LoggerMessage(2000, LogLevel.Information, "Engine {Key} of model {Model} loaded from the cache in {Seconds:0.000} s: {Folder}")]
    public static partial void Hit(ILogger log, EngineKey key, string model, double seconds, string folder);

    [LoggerMessage(2001, LogLevel.Information, "Building engine {Key}: {Reason}")]
    public static partial void Building(ILogger log, EngineKey key, string reason);

    [LoggerMessage(2002, LogLevel.Information, "Engine {Key} built in {Seconds:0.0} s and stored: {Folder}")]
    public static partial void Stored(ILogger log, EngineKey key, double seconds, string folder);

    [LoggerMessage(2003, LogLevel.Warning, "Engine {Key} in the cache is not usable: {Fault}. It is set aside and built again")]
    public static partial void Faulty(ILogger log, EngineKey key, string fault);

    [LoggerMessage(2004, LogLevel.Information, "Waiting for engine {Key}: {Builder}")]
    public static partial void Waiting(ILogger log, EngineKey key, string builder);

    [LoggerMessage(2005, LogLevel.Warning, "Engine {Key} is in use, but could not be kept for the next process: {Reason}")]
    public static partial void NotKept(ILogger log, EngineKey key, string reason);

    [LoggerMessage(2006, LogLevel.Information, "Removed {Count} engines of {Bytes} bytes from the cache {Folder}; {Remaining} bytes remain")]
    public static partial void Pruned(ILogger log, int count, long bytes, string folder, long remaining);

    [LoggerMessage(2007, LogLevel.Information, "Removed what {Count} unfinished builds left in the cache {Folder}")]
    public static partial void Swept(ILogger log, int count, string folder);

    [LoggerMessage(2008, LogLevel.Warning, "Engine {Id} could not be removed from the cache: {Reason}")]
    public static partial void NotRemoved(ILogger log, string id, string reason);
}
