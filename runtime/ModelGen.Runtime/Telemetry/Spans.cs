using System.Diagnostics;

namespace ModelGen.Engines;

/// <summary>Spans of what ModelGen does. While nobody listens, none is made.</summary>
internal static class Spans
{
    private static readonly ActivitySource s_source = new(ModelGenTelemetry.ActivitySourceName, typeof(Spans).Assembly.GetName().Version?.ToString(3));

    /// <summary>Whether anybody listens.</summary>
    public static bool AreWanted => s_source.HasListeners();

    /// <summary>Begins a span, <c>run digits</c> say; null when nobody listens or wants this one.</summary>
    public static Activity? Start(string operation, Engine engine) =>
        AreWanted ? Start(operation, engine.Info)?.SetTag(TagNames.Provider, engine.Report.Provider.Name) : null;

    /// <inheritdoc cref="Start(string, Engine)"/>
    public static Activity? Start(string operation, ModelInfo info) =>
        AreWanted ? s_source.StartActivity($"{operation} {info.Name}")?.SetTag(TagNames.Model, info.Name) : null;

    /// <summary>Begins the span of a batch, which belongs to the spans of all its items.</summary>
    public static Activity? StartBatch(Engine engine, IEnumerable<ActivityContext> items, int count) =>
        s_source.StartActivity(ActivityKind.Internal, parentContext: default, links: items.Select(item => new ActivityLink(item)), name: $"batch {engine.Info.Name}")
            ?.SetTag(TagNames.Model, engine.Info.Name)
            .SetTag(TagNames.Provider, engine.Report.Provider.Name)
            .SetTag(TagNames.BatchSize, count);

    /// <summary>Says that what the span stands for has failed.</summary>
    public static void Fail(this Activity? span, Exception error) =>
        span?.SetStatus(ActivityStatusCode.Error, error.Message).SetTag(TagNames.ErrorType, error.GetType().FullName);
}
