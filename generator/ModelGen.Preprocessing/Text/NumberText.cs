using System.Globalization;

namespace ModelGen.Preprocessing;

/// <summary>Numbers as people and compilers read them.</summary>
internal static class NumberText
{
    /// <summary>The shortest decimal text that gives back this finite value.</summary>
    internal static string Shortest(double value)
    {
        // 17 significant digits always suffice for binary64 (IEEE 754-2019, 5.12.2).
        string text = "";
        for (int digits = 15; digits <= 17; digits++)
        {
            text = value.ToString("G" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            // Up to 1.7976931348623157E+308 rounds to infinity with 15 digits, and .NET Framework then throws.
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double back) && back.Equals(value))
                break;
        }
        return text;
    }
}
