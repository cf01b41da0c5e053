namespace ModelGen.Engines;

/// <summary>Attributes of metrics and spans.</summary>
internal static class TagNames
{
    public const string Model = "modelgen.model.name";
    public const string Provider = "modelgen.provider";
    public const string BatchSize = "modelgen.batch.size";

    public const string CacheResult = "modelgen.cache.result";

    /// <summary>OpenTelemetry's own: the full name of the exception's type.</summary>
    public const string ErrorType = "error.type";
}
