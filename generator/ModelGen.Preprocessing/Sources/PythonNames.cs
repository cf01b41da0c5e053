using System.Globalization;
using System.Text;
using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>Reads class names as Python prints a dictionary: <c>{0: 'cat', 1: "a dog's"}</c>. Never throws.</summary>
internal static class PythonNames
{
    /// <summary>The names by number, from 0 without a gap; null when the text is anything else.</summary>
    internal static EquatableArray<string>? Read(string text)
    {
        string body = text.Trim();
        if (body.Length < 2 || body[0] != '{' || body[body.Length - 1] != '}')
            return null;
        var names = new List<string>();
        int at = 1;
        while (Key(body, ref at) is { } key)
        {
            if (key != names.Count || Quoted(body, ref at) is not { } name)
                return null;
            names.Add(name);
            Skip(body, ref at, ',');
        }
        return names.Count > 0 && at == body.Length - 1 ? new EquatableArray<string>(names) : null;
    }

    private static int? Key(string text, ref int at)
    {
        Skip(text, ref at, ' ');
        int start = at;
        while (char.IsDigit(text[at]))
            at++;
        string digits = text.Substring(start, at - start);
        Skip(text, ref at, ':');
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int key) ? key : null;
    }

    // The last character is the closing brace, so there is always one to look at.
    private static string? Quoted(string text, ref int at)
    {
        char quote = text[at];
        if (quote is not ('\'' or '"'))
            return null;
        var name = new StringBuilder();
        for (at++; at < text.Length - 1; at++)
        {
            if (text[at] == quote)
            {
                at++;
                return name.ToString();
            }
            // Of Python's escapes only those of quotes and the backslash stand in names; others would be control characters.
            if (text[at] == '\\' && text[at + 1] is '\'' or '"' or '\\')
                at++;
            name.Append(text[at]);
        }
        return null;
    }

    private static void Skip(string text, ref int at, char separator)
    {
        while (at < text.Length - 1 && (text[at] == separator || text[at] == ' '))
            at++;
    }
}
