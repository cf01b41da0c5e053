using System.Text.RegularExpressions;

namespace ModelGen.Generator;

/// <summary>Reads a text file of labels, one a line. Never throws.</summary>
internal static class LabelFile
{
    private static readonly string[] s_lineEnds = ["\r\n", "\n", "\r"];

    // "0 tench", "0: tench", "0:tench" and "0<tab>tench".
    private static readonly Regex s_indexed = new(@"^([0-9]{1,9})(?:\s*:\s*|\s+)(\S.*)$", RegexOptions.CultureInvariant);

    // ImageNet's lists name WordNet's synset first: n01440764 tench.
    private static readonly Regex s_synset = new(@"^n[0-9]{8}\s+(\S.*)$", RegexOptions.CultureInvariant);

    /// <summary>The labels in the model's order. An index or a WordNet number in front is taken off when every line has one.</summary>
    /// <param name="text">The whole file; a byte order mark and blank lines at the end are fine.</param>
    /// <param name="fileName">What to call the file in messages.</param>
    internal static LabelsResult Parse(string text, string fileName = "labels.txt")
    {
        string name = XmlText.Plain(fileName);
        if (text.IndexOf('\0') >= 0)
            return LabelsResult.Unreadable($"{name} has zero bytes, so it is no text in UTF-8. Write one label a line, as plain text.");
        List<string> lines = [.. text.TrimStart('\uFEFF').Split(s_lineEnds, StringSplitOptions.None).Select(line => line.Trim())];
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        if (lines.Count == 0)
            return LabelsResult.Unreadable($"{name} is empty. Write one label a line, in the order of the model's classes.");
        int blank = lines.FindIndex(line => line.Length == 0);
        if (blank >= 0)
            return LabelsResult.Unreadable(FormattableString.Invariant($"{name} has a blank line {blank + 1} between labels, which would shift all that follow. Remove it, or give the class a name."));
        return LabelsResult.Of(ByIndex(lines)! ?? WithoutSynset(lines) ?? lines);
    }

    /// <summary>The labels by the indices in front of them; null unless these are all of 0…n-1, since a label may well begin with a number.</summary>
    private static string?[]? ByIndex(List<string> lines)
    {
        var labels = new string?[lines.Count];
        foreach (string line in lines)
        {
            Match match = s_indexed.Match(line);
            if (!match.Success)
                return null;
            int index = int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
            if (index >= labels.Length || labels[index] is not null)
                return null;
            labels[index] = match.Groups[2].Value;
        }
        return labels;
    }

    private static IEnumerable<string>? WithoutSynset(List<string> lines) =>
        lines.TrueForAll(s_synset.IsMatch) ? lines.Select(line => s_synset.Match(line).Groups[1].Value) : null;
}
