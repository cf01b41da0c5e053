using Microsoft.Extensions.Logging;

namespace ModelGen.EndToEnd.Support;

/// <summary>A log that keeps what is written to it.</summary>
internal sealed class CollectedLog : ILoggerFactory, ILogger
{
    public List<(int Id, LogLevel Level, string Text)> Events { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Events)
            Events.Add((eventId.Id, logLevel, formatter(state, exception)));
    }

    public void Dispose()
    {
    }
}
