using System.Globalization;
using System.Text;

namespace ModelGen.Onnx;

/// <summary>Makes any text fit for one line of a message: names in models are arbitrary Unicode, and valid Unicode at that only if one is lucky.</summary>
public static class Printable
{
    /// <summary>The characters that a name takes at most in a message.</summary>
    public const int NameLength = 80;

    /// <summary>The characters that a whole message takes at most.</summary>
    public const int MessageLength = 1000;

    /// <summary>A name in quotes: <c>'conv1/kernel:0'</c>.</summary>
    public static string Quote(string? name) => "'" + Line(name, NameLength) + "'";

    /// <summary>
    /// The text on one line without characters that can't be seen: controls, line and paragraph separators, format characters (bidi controls,
    /// zero-width ones), private and unassigned ones, and halves of surrogate pairs become <c>\uXXXX</c>.
    /// </summary>
    /// <param name="text">Any text; null is the empty one.</param>
    /// <param name="length">Characters that are kept; <c>…</c> stands for the rest.</param>
    public static string Line(string? text, int length = MessageLength)
    {
        text ??= "";
        var line = new StringBuilder(Math.Min(text.Length, length));
        for (int i = 0; i < text.Length; i++)
        {
            int width = char.IsSurrogatePair(text, i) ? 2 : 1;
            if (line.Length + width > length)
                return line.Append('…').ToString();

            if (IsVisible(CharUnicodeInfo.GetUnicodeCategory(text, i)))
                line.Append(text, i, width);
            else
                for (int unit = 0; unit < width; unit++)
                    line.AppendFormat(CultureInfo.InvariantCulture, "\\u{0:X4}", (int)text[i + unit]);
            i += width - 1;
        }
        return line.ToString();
    }

    private static bool IsVisible(UnicodeCategory category) => category is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
