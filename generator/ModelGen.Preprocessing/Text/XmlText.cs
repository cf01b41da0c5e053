using System.Text;

namespace ModelGen.Preprocessing;

/// <summary>Any text made fit for one line of a comment.</summary>
internal static class XmlText
{
    private const int DefaultLength = 200;

    /// <summary>One line for an XML doc comment: unseen characters and line ends become single spaces, long text is cut, markup is escaped.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">The most characters to keep, before escaping.</param>
    internal static string Line(string text, int maxLength = DefaultLength)
    {
        var escaped = new StringBuilder();
        foreach (char c in Plain(text, maxLength))
        {
            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&apos;"),
                _ => escaped.Append(c),
            };
        }
        return escaped.ToString();
    }

    /// <summary>The same without escaping: for <c>//</c> comments and for messages.</summary>
    internal static string Plain(string text, int maxLength = DefaultLength)
    {
        var line = new StringBuilder();
        bool spaceDue = false;
        for (int i = 0; i < text.Length; i++)
        {
            int units = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;
            if (char.IsWhiteSpace(text[i]) || UnseenCharacters.IsUnseen(text, i))
            {
                spaceDue = line.Length > 0;
            }
            else
            {
                if (line.Length + units + (spaceDue ? 1 : 0) > maxLength)
                    return line.Append('…').ToString();
                if (spaceDue)
                    line.Append(' ');
                spaceDue = false;
                line.Append(text, i, units);
            }
            i += units - 1;
        }
        return line.ToString();
    }
}
