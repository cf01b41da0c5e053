using System.Text;

namespace SampleApp.Tests;

/// <summary>Reads CSV by the letter of RFC 4180; anything else is a format error.</summary>
internal static class Csv
{
    internal static List<string[]> Read(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        int at = 0;
        while (at < text.Length)
        {
            row.Add(text[at] == '"' ? Quoted(text, ref at) : Plain(text, ref at));
            if (at < text.Length && text[at] == ',')
            {
                at++;
                continue;
            }
            if (string.CompareOrdinal(text, at, "\r\n", 0, 2) != 0)
                throw new FormatException($"Expected a comma or CR LF at {at} of:\n{text}");
            at += 2;
            rows.Add([.. row]);
            row.Clear();
        }
        return rows;
    }

    private static string Plain(string text, ref int at)
    {
        int end = text.AsSpan(at).IndexOfAny(",\"\r\n") is >= 0 and int length ? at + length : text.Length;
        string field = text[at..end];
        at = end;
        return field;
    }

    private static string Quoted(string text, ref int at)
    {
        StringBuilder field = new();
        for (at++; ; at++)
        {
            if (text[at] == '"' && text.ElementAtOrDefault(++at) != '"')
                return field.ToString();
            field.Append(text[at]);
        }
    }
}
