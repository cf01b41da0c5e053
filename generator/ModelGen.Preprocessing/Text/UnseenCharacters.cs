using System.Globalization;

namespace ModelGen.Preprocessing;

/// <summary>Characters that must not stand raw in generated source: they end lines, turn the reading direction, or can't be seen.</summary>
internal static class UnseenCharacters
{
    /// <summary>Whether the character at an index is a control or format character, a line or paragraph separator, unassigned, private, or half a pair.</summary>
    /// <remarks>U+0085, U+2028 and U+2029 end a line in C# (C# standard, 6.3.2); format characters include the bidirectional controls of CVE-2021-42574.</remarks>
    internal static bool IsUnseen(string text, int index) => CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
