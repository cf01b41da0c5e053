namespace ModelGen;

/// <summary>The names under which ModelGen reports what it does, for OpenTelemetry's <c>AddMeter</c> and <c>AddSource</c>. docs/observability.md lists instruments and spans.</summary>
public static class ModelGenTelemetry
{
    /// <summary>The meter: latencies in seconds, waiting, batch sizes, errors.</summary>
    public const string MeterName = "ModelGen";

    /// <summary>The source of spans: loads, predictions, batches, runs.</summary>
    public const string ActivitySourceName = "ModelGen";
}
