using System.Globalization;
using System.Text;

namespace ModelGen.Generator;

/// <summary>Splits a name from a model file into the words it is made of, without what exporters add.</summary>
internal static class NameWords
{
    /// <summary>The words in order, each with at least one character and beginning with a letter or a digit; none when the name has neither.</summary>
    internal static IReadOnlyList<string> Split(string name)
    {
        List<string> words = Cut(Normalized(WithoutExporterNoise(name)));
        return IsShouted(words) ? words.ConvertAll(Quietened) : words;
    }

    /// <summary>Without torch's <c>onnx::</c> in front, and without TensorFlow's <c>:0</c>, the first result of an operation, at the end.</summary>
    private static string WithoutExporterNoise(string name)
    {
        const string torchPrefix = "onnx::";
        if (name.StartsWith(torchPrefix, StringComparison.Ordinal))
            name = name.Substring(torchPrefix.Length);
        return name.EndsWith(":0", StringComparison.Ordinal) ? name.Substring(0, name.Length - 2) : name;
    }

    /// <summary>NFC, with surrogates as spaces: C# takes no character outside the basic plane in a name, and normalising refuses lone ones.</summary>
    private static string Normalized(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (char c in name)
            text.Append(char.IsSurrogate(c) || IsNoncharacter(c) ? ' ' : c);
        return text.ToString().Normalize(NormalizationForm.FormC);
    }

    // .NET Framework refuses to normalise these as well.
    private static bool IsNoncharacter(char c) => c is >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF';

    private static List<string> Cut(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (char c in text)
        {
            if (IsLetterOrDigit(c) || (word.Length > 0 && IsMark(c)))
                word.Append(c);
            else if (!IsSilent(c))
                Flush(words, word);
        }
        Flush(words, word);
        return words;
    }

    private static void Flush(List<string> words, StringBuilder word)
    {
        if (word.Length == 0)
            return;
        words.Add(word.ToString());
        word.Clear();
    }

    /// <summary>Whether a name is written in capitals only, as <c>INPUT__0</c> or <c>LABEL_7</c>; a lone short one, as <c>RGB</c>, is an acronym.</summary>
    private static bool IsShouted(List<string> words) =>
        words.TrueForAll(word => !word.Any(char.IsLower)) && (words.Count > 1 || words.TrueForAll(word => word.Length > 3));

    private static string Quietened(string word) => word[0] + word.Substring(1).ToLowerInvariant();

    // Letters, numerals and decimal digits of C#'s identifiers (C# standard, 6.4.3), without the underscore, which separates words.
    private static bool IsLetterOrDigit(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber;

    private static bool IsMark(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // An apostrophe is inside a word (jack-o'-lantern, potter's wheel); invisible format characters are nowhere.
    private static bool IsSilent(char c) =>
        c is '\'' or '\u2019' || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
