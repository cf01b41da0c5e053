using System.Globalization;

namespace SampleApp.Output;

/// <summary>Results as CSV (RFC 4180): a row for each label; numbers with a point, whatever the machine's language.</summary>
internal static class CsvReport
{
    internal static void Write(TextWriter writer, IEnumerable<Outcome> outcomes)
    {
        Row(writer, "file", "rank", "class", "label", "probability", "decode_ms", "preprocess_ms", "inference_ms");
        foreach (Outcome outcome in outcomes)
        {
            for (int rank = 0; rank < outcome.Answers.Count; rank++)
            {
                Answer answer = outcome.Answers[rank];
                Times times = outcome.Milliseconds!;
                Row(writer, outcome.File, rank + 1, answer.Class, answer.Label, answer.Probability, times.Decode, times.Preprocess, times.Inference);
            }
        }
        writer.Flush();
    }

    private static void Row(TextWriter writer, params object[] fields)
    {
        // RFC 4180 ends rows with CR LF on every system.
        writer.Write(string.Join(',', fields.Select(field => Quoted(Convert.ToString(field, CultureInfo.InvariantCulture) ?? ""))) + "\r\n");
    }

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
