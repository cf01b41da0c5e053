using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>ONNX Runtime's own messages: to the program's log, and into errors.</summary>
/// <remarks>
/// Its exceptions say "failed to load shared library"; which library is missing goes to its log only. The log can be taken over once a process, before
/// anything else uses ONNX Runtime; otherwise messages go to standard error, as they always did.
/// </remarks>
internal static class NativeLog
{
    // Kept for ever: the native side calls it until the process ends.
    private static readonly DOrtLoggingFunction s_function = Write;
    private static readonly ConcurrentDictionary<Capture, byte> s_captures = new();
    private static volatile ILogger? s_logger;

    /// <summary>Takes the log over, unless ONNX Runtime is in use already.</summary>
    public static EnvironmentCreationOptions Options => new()
    {
        logId = "modelgen",
        logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING,
        loggingFunction = s_function,
    };

    /// <summary>Sends messages on to a log; the last one asked for gets them, since they belong to the process and not to a model.</summary>
    public static void SendTo(ILoggerFactory factory) => s_logger = factory.CreateLogger("ModelGen.OnnxRuntime");

    /// <summary>Collects the messages of what happens until it is disposed, on whatever thread.</summary>
    public static Capture Begin()
    {
        Capture capture = new();
        s_captures.TryAdd(capture, 0);
        return capture;
    }

    private static void Write(nint parameter, OrtLoggingLevel severity, string category, string logId, string codeLocation, string message)
    {
        // Native frames lie above: nothing may be thrown through them.
        try
        {
            foreach (Capture capture in s_captures.Keys)
                capture.Add(severity, message);
            Send(severity, message, codeLocation);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Console.Error.WriteLine($"A log failed on a message of ONNX Runtime: {e.Message}");
        }
    }

    private static void Send(OrtLoggingLevel severity, string message, string codeLocation)
    {
        LogLevel level = LevelOf(severity);
        if (s_logger is { } logger)
            LoadLog.NativeMessage(logger, level, message, codeLocation);
        else if (severity >= OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR && s_captures.IsEmpty)
            Console.Error.WriteLine($"ONNX Runtime: {message} [{codeLocation}]");
    }

    private static LogLevel LevelOf(OrtLoggingLevel severity) => severity switch
    {
        OrtLoggingLevel.ORT_LOGGING_LEVEL_VERBOSE => LogLevel.Trace,
        OrtLoggingLevel.ORT_LOGGING_LEVEL_INFO => LogLevel.Debug,
        OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING => LogLevel.Warning,
        OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR => LogLevel.Error,
        _ => LogLevel.Critical,
    };

    /// <summary>Messages of one stretch of work.</summary>
    internal sealed class Capture : IDisposable
    {
        // A build log can run to megabytes; an error needs its end.
        private const int MostLines = 50;

        private readonly ConcurrentQueue<string> _lines = new();

        /// <summary>Warnings and errors so far, the oldest dropped first.</summary>
        public IReadOnlyList<string> Lines => [.. _lines];

        internal void Add(OrtLoggingLevel severity, string message)
        {
            if (severity < OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING)
                return;
            _lines.Enqueue(message);
            if (_lines.Count > MostLines)
                _lines.TryDequeue(out _);
        }

        public void Dispose() => s_captures.TryRemove(this, out _);
    }
}
