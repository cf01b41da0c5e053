extern alias runtime;

using System.Globalization;
using ModelGen.Onnx;
using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>Writes what came of <c>build</c>.</summary>
internal static class BuildOutput
{
    /// <summary>A few lines for people.</summary>
    internal static void WritePage(TextWriter output, BuildReport report)
    {
        EngineReport engine = report.Engine;
        string model = Printable.Line(Path.GetFileName(report.Path));
        if (engine.Outcome is not { } outcome)
        {
            output.WriteLine($"{model} on {engine.Provider}: nothing is to be built. {engine.Provider} loads the model itself, here in {Seconds(engine.LoadTime)}.");
            return;
        }
        output.WriteLine($"{model} on {engine.Provider}: {What(outcome)}.");
        output.WriteLine($"built in   {(outcome == EngineOutcome.Hit ? "an earlier process" : Seconds(engine.BuildTime))}");
        if (outcome != EngineOutcome.Uncached)
            output.WriteLine($"loaded in  {Seconds(engine.LoadTime)}");
        if (engine.CacheReason.Length > 0)
            output.WriteLine($"why        {Printable.Line(engine.CacheReason)}");
        if (engine.CacheKey is { } key)
            output.WriteLine($"key        {key}");
        if (report.Folder is { } folder)
            output.WriteLine($"folder     {Printable.Line(folder)}");
        if (engine.MaxBatch is { } batch)
            output.WriteLine($"batches    up to {Units.Count(batch)}");
        foreach (string remark in engine.Remarks)
            output.WriteLine($"remark     {Printable.Line(remark)}");
    }

    /// <summary>One JSON object; times in seconds.</summary>
    internal static void WriteJson(TextWriter output, BuildReport report) => JsonText.Write(output, json =>
    {
        EngineReport engine = report.Engine;
        json.WriteString("model", report.Path);
        json.WriteString("provider", engine.Provider.Name);
        json.WriteString("outcome", engine.Outcome is { } outcome ? outcome.ToString().ToLowerInvariant() : "nothing to build");
        json.WriteString("reason", engine.CacheReason);
        json.WriteString("key", engine.CacheKey);
        json.WriteString("folder", report.Folder);
        json.WriteNumber("build_seconds", engine.BuildTime.TotalSeconds);
        json.WriteNumber("load_seconds", engine.LoadTime.TotalSeconds);
        json.WriteString("precision", engine.Precision.ToString().ToLowerInvariant());
        if (engine.MaxBatch is { } batch)
            json.WriteNumber("max_batch", batch);
        else
            json.WriteNull("max_batch");
        json.WriteStartArray("remarks");
        foreach (string remark in engine.Remarks)
            json.WriteStringValue(remark);
        json.WriteEndArray();
    });

    private static string What(EngineOutcome outcome) => outcome switch
    {
        EngineOutcome.Hit => "the engine was in the cache already",
        EngineOutcome.Built => "the engine is built and in the cache",
        EngineOutcome.Rebuilt => "the engine in the cache could not be used; it is built again and in the cache",
        _ => "the engine was built, and is not in the cache",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + " s";
}
