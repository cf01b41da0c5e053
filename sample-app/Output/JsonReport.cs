using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SampleApp.Output;

/// <summary>Results as one JSON object.</summary>
internal static class JsonReport
{
    private static readonly ReportContext s_context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        // The object goes into files and pipes, never into a web page: quotes and Unicode may stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    internal static void Write(TextWriter writer, IReadOnlyCollection<Outcome> outcomes, bool complete)
    {
        Report report = new(
            EfficientNetLite0.Info.Name,
            EfficientNetLite0.Info.Sha256,
            complete,
            [.. outcomes.Where(outcome => outcome.Problem is null).Select(outcome => new ReportPicture(outcome.File, outcome.Answers, outcome.Milliseconds!))],
            [.. outcomes.Where(outcome => outcome.Problem is not null).Select(outcome => new ReportSkipped(outcome.File, outcome.Problem!))]);
        writer.WriteLine(JsonSerializer.Serialize(report, s_context.Report));
        writer.Flush();
    }
}

/// <summary>The object that is written. It is complete unless Ctrl+C cut it short.</summary>
internal sealed record Report(string Model, string Sha256, bool Complete, IReadOnlyList<ReportPicture> Pictures, IReadOnlyList<ReportSkipped> Skipped);

internal sealed record ReportPicture(string File, IReadOnlyList<Answer> Answers, Times Milliseconds);

internal sealed record ReportSkipped(string File, string Problem);

[JsonSerializable(typeof(Report))]
internal sealed partial class ReportContext : JsonSerializerContext;
