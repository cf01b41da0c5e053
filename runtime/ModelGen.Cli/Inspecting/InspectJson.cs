using System.Text.Json;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary><c>inspect --json</c>. The keys up to <c>diagnostics</c> are a contract with scripts; <c>details</c> may grow.</summary>
internal static class InspectJson
{
    /// <summary>Writes the object.</summary>
    internal static void Write(TextWriter output, InspectReport report) => JsonText.Write(output, json =>
    {
        json.WriteString("model", report.Path);
        JsonText.Values(json, "inputs", report.Facts?.Inputs.Select(input => (input.Name, input.Type)) ?? []);
        JsonText.Values(json, "outputs", report.Facts?.Outputs.Select(fact => (fact.Name, fact.Type)) ?? []);
        Diagnostics(json, report);
        if (report.Facts is { } facts)
            InspectJsonDetails.Write(json, report, facts);
    });

    private static void Diagnostics(Utf8JsonWriter json, InspectReport report)
    {
        json.WriteStartArray("diagnostics");
        foreach (Problem problem in report.Problems)
        {
            json.WriteStartObject();
            json.WriteString("id", problem.Rule.Id);
            json.WriteString("severity", ModelProblems.IsError(problem) ? "error" : "warning");
            json.WriteString("message", problem.Message);
            json.WriteString("node", problem.Node);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
