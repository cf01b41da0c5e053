using System.Globalization;

namespace ModelGen.Cli;

/// <summary>Sizes and ages as people write them on a command line: <c>10GB</c>, <c>512MiB</c>, <c>30d</c>.</summary>
internal static class Amounts
{
    private static readonly (string Unit, double Bytes)[] s_sizes =
    [
        ("KiB", 1024), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40), ("KB", 1e3), ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1), ("", 1),
    ];

    private static readonly (string Unit, double Seconds)[] s_ages = [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)];

    /// <summary>Bytes; null for what is no size.</summary>
    internal static long? Size(string text) => Parse(text, s_sizes) is { } bytes && bytes <= 1e18 ? (long)bytes : null;

    /// <summary>A duration; null for what is none. The unit can't be left out.</summary>
    internal static TimeSpan? Age(string text) => Parse(text, s_ages) is { } seconds && seconds <= 1e11 ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Parse(string text, (string Unit, double Worth)[] units)
    {
        foreach ((string unit, double worth) in units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(text.AsSpan(0, text.Length - unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number))
                return number * worth;
        }
        return null;
    }
}
