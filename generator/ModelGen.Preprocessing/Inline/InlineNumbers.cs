using System.Globalization;

namespace ModelGen.Preprocessing;

/// <summary>Numbers and sizes of the inline syntax.</summary>
internal static class InlineNumbers
{
    /// <summary>A decimal number, or a fraction of two as <c>1/255</c>; null for anything else, infinities and NaN included.</summary>
    internal static double? Number(string text)
    {
        string[] parts = text.Split('/');
        double? value = parts.Length switch
        {
            1 => Plain(parts[0]),
            2 => Plain(parts[0]) / Plain(parts[1]),
            _ => null,
        };
        return value is { } number && !double.IsNaN(number) && !double.IsInfinity(number) ? number : null;
    }

    /// <summary>Numbers with commas between them; null when one of them is none.</summary>
    internal static double[]? Numbers(string text)
    {
        double?[] numbers = [.. text.Split(',').Select(Number)];
        return numbers.All(number => number is not null) ? [.. numbers.Select(number => number!.Value)] : null;
    }

    /// <summary><c>WxH</c>, width first; null for anything else.</summary>
    internal static PixelSize? Size(string text)
    {
        string[] sides = text.ToLowerInvariant().Split('x', '×');
        return sides.Length == 2 && Side(sides[0]) is { } width && Side(sides[1]) is { } height ? new PixelSize(width, height) : null;
    }

    /// <summary>A side in pixels; null for anything else.</summary>
    internal static int? Side(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int side) && side is >= 1 and <= PixelSize.MaxSide ? side : null;

    private static double? Plain(string text) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
}
