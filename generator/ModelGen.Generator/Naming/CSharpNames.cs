using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator;

/// <summary>Turns names from model files, which can be any Unicode at all, into C# identifiers that people can read.</summary>
internal static class CSharpNames
{
    /// <summary>Longer names are cut and end in a hash, so that nobody scrolls sideways through a hostile one.</summary>
    internal const int MaxLength = 80;

    private const string Unnamed = "Unnamed";

    /// <summary>A valid identifier in NFC of at most <see cref="MaxLength"/> characters that is no keyword; the same name always gives the same one.</summary>
    /// <remarks>In a compiler that runs without globalisation data .NET can't compose, and a letter with a separate mark stays two characters: valid all the same.</remarks>
    /// <param name="onnxName">A name from a model, a label or a file's name without extension.</param>
    /// <param name="style">How to write it.</param>
    /// <param name="fallback">What to write, in PascalCase, when the name has no letter and no digit.</param>
    internal static string Identifier(string onnxName, NameStyle style, string fallback = Unnamed)
    {
        IReadOnlyList<string> words = NameWords.Split(onnxName);
        string name = Join(words.Count == 0 ? [fallback] : words, style);
        if (!SyntaxFacts.IsIdentifierStartCharacter(name[0]))
            name = "_" + name;
        // Upper-casing can leave a letter and its mark uncomposed: i + U+0307 becomes I + U+0307, which is one letter in NFC.
        name = name.Normalize(NormalizationForm.FormC);
        if (name.Length > MaxLength)
            name = $"{name.Substring(0, MaxLength - 9)}_{StableHash.Of(onnxName):x8}";
        return IsKeyword(name) ? name + "Value" : name;
    }

    /// <summary>Whether a text can stand as an identifier as it is: valid characters, no invisible ones, no keyword.</summary>
    internal static bool IsUsable(string text) =>
        SyntaxFacts.IsValidIdentifier(text)
        && !IsKeyword(text)
        && !text.Any(c => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format);

    /// <summary>Whether a text would be read as a keyword at the places where the generator writes names.</summary>
    /// <remarks>Contextual keywords are fine as names but for <c>await</c>, in async methods, and <c>field</c>, in accessors (C# 14).</remarks>
    private static bool IsKeyword(string text) =>
        SyntaxFacts.GetKeywordKind(text) != SyntaxKind.None || text is "await" or "field";

    private static string Join(IReadOnlyList<string> words, NameStyle style)
    {
        var text = new StringBuilder();
        foreach (string word in words)
        {
            if (style == NameStyle.Camel && text.Length == 0)
            {
                text.Append(LowerStart(word));
                continue;
            }
            // 1_23 and 12_3 are two names and should look like two.
            if (text.Length > 0 && char.IsDigit(text[text.Length - 1]) && char.IsDigit(word[0]))
                text.Append('_');
            text.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }
        return text.ToString();
    }

    /// <summary><c>Hidden</c> becomes <c>hidden</c>, <c>RGBImage</c> becomes <c>rgbImage</c>, <c>RGB</c> becomes <c>rgb</c>.</summary>
    private static string LowerStart(string word)
    {
        int capitals = 0;
        while (capitals < word.Length && char.IsUpper(word[capitals]))
            capitals++;
        bool nextWordFollows = capitals > 1 && capitals < word.Length && char.IsLower(word[capitals]);
        int count = nextWordFollows ? capitals - 1 : capitals;
        return word.Substring(0, count).ToLowerInvariant() + word.Substring(count);
    }
}
