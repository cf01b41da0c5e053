using System.Globalization;

namespace ModelGen.Onnx;

/// <summary>Parses what <see cref="ShapeFixes"/> describes. Every malformed entry is a problem; the others still count.</summary>
internal static class ShapeFixParser
{
    private const string Right = "Write NAME=DIMS, as in data=1x3x224x224 or batch=1, with ';' between entries and ? for a dim that stays open.";

    private static readonly char[] s_dimSeparators = ['x', 'X', '×', ','];

    /// <summary>Cuts at semicolons and line ends outside quotes. Quotes count only around a name: first in the entry, and before a '='.</summary>
    /// <returns>The entries that are not blank, trimmed, and whether quotes are to be taken off the name.</returns>
    public static IEnumerable<(string Entry, bool Quotes)> Entries(string text)
    {
        int start = 0;
        while (start < text.Length)
        {
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
            int nameEnd = QuotedNameEnd(text, start);
            int end = text.IndexOfAny([';', '\n', '\r'], Math.Max(nameEnd, start));
            if (end < 0)
                end = text.Length;
            string entry = text.Substring(start, end - start).Trim();
            if (entry.Length > 0)
                yield return (entry, nameEnd > 0);
            start = end + 1;
        }
    }

    /// <summary>Parses entries.</summary>
    public static ShapeFixes Parse(IEnumerable<(string Entry, bool Quotes)> entries, FixTarget target)
    {
        var fixes = new List<ShapeFix>();
        var problems = new ProblemBag();
        foreach ((string entry, bool quotes) in entries)
        {
            string? fault = ParseEntry(entry, quotes, target, out ShapeFix? fix);
            if (fix is not null && fixes.Find(other => other.Name == fix.Name && other.Target == fix.Target) is { } other && other != fix)
                fault = $"contradicts {Printable.Quote(other.ToString())}, which fixes the same name";
            if (fault is not null)
                problems.Add(Rules.MalformedShapes, $"The fixed shape {Printable.Quote(entry)} {fault}. {Right}");
            else if (fix is not null)
                fixes.Add(fix);
        }
        return new ShapeFixes(new(fixes), problems.ToArray());
    }

    private static string? ParseEntry(string entry, bool quotes, FixTarget target, out ShapeFix? fix)
    {
        fix = null;
        int equals = entry.LastIndexOf('=');
        if (equals < 0)
            return "has no '='";
        string name = entry.Substring(0, equals).Trim();
        if (quotes)
            name = name.Substring(1, name.Length - 2);
        if (name.Length == 0)
            return "has no name before the '='";
        if (ParseDims(entry.Substring(equals + 1).Trim(), out Dim[] dims) is { } fault)
            return fault;
        if (target == FixTarget.Dim && (dims.Length != 1 || !dims[0].IsKnown))
            return "fixes a named dim, which takes one number";
        fix = new ShapeFix(name, new TensorShape(new(dims)), target);
        return null;
    }

    private static string? ParseDims(string text, out Dim[] dims)
    {
        dims = [];
        if (text.Length == 0)
            return null;

        string[] parts = text.Split(s_dimSeparators);
        dims = new Dim[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i].Trim();
            if (part == "?")
                continue;
            if (part.Length == 0)
                return "has an empty dim";
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out long size))
                return $"has the dim {Printable.Quote(part)}, which is not a whole number from 0 to {long.MaxValue}";
            dims[i] = Dim.Known(size);
        }
        return null;
    }

    // The index after the closing quote, or 0 when the entry does not begin with a quoted name.
    private static int QuotedNameEnd(string text, int start)
    {
        if (start >= text.Length || text[start] is not ('\'' or '"'))
            return 0;
        for (int close = text.IndexOf(text[start], start + 1); close > 0; close = text.IndexOf(text[start], close + 1))
        {
            int next = close + 1;
            while (next < text.Length && text[next] is ' ' or '\t')
                next++;
            if (next < text.Length && text[next] == '=')
                return close + 1;
        }
        return 0;
    }
}
