using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ModelGen.Generator;

/// <summary>Values as C# source text.</summary>
internal static class CSharpLiterals
{
    /// <summary>A quoted one-line literal of exactly this text; nothing invisible, and nothing that ends a line, is left unescaped.</summary>
    internal static string Text(string value)
    {
        string quoted = SymbolDisplay.FormatLiteral(value, quote: true);
        var safe = new StringBuilder(quoted.Length);
        for (int i = 0; i < quoted.Length; i++)
        {
            bool isPair = i + 1 < quoted.Length && char.IsSurrogatePair(quoted[i], quoted[i + 1]);
            if (!UnseenCharacters.IsUnseen(quoted, i))
                safe.Append(quoted, i, isPair ? 2 : 1);
            else
                safe.Append(Escape(quoted[i])).Append(isPair ? Escape(quoted[i + 1]) : "");
            i += isPair ? 1 : 0;
        }
        return safe.ToString();
    }

    /// <summary>The shortest literal that gives back this value: <c>0.485f</c>, <c>float.NaN</c>.</summary>
    internal static string Number(float value)
    {
        if (float.IsNaN(value))
            return "float.NaN";
        if (float.IsInfinity(value))
            return value > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity";
        if (value == 0)
            return IsNegativeZero(value) ? "-0f" : "0f";
        // 9 significant digits always suffice for binary32 (IEEE 754-2019, 5.12.2). "R" is not trusted: .NET Framework's is wrong at times.
        string text = "";
        for (int digits = 6; digits <= 9; digits++)
        {
            text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float back) && back == value)
                break;
        }
        return text + "f";
    }

    /// <summary>The shortest literal that gives back this value: <c>0.485</c>, <c>1d</c>, <c>double.NaN</c>.</summary>
    internal static string Number(double value)
    {
        if (double.IsNaN(value))
            return "double.NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        if (value == 0)
            return IsNegativeZero(value) ? "-0d" : "0d";
        string text = NumberText.Shortest(value);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + "d" : text;
    }

    private static bool IsNegativeZero(double zero) => BitConverter.DoubleToInt64Bits(zero) < 0;

    private static string Escape(char c) => FormattableString.Invariant($"\\u{(int)c:X4}");
}
