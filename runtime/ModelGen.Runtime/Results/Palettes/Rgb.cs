using System.Globalization;

namespace ModelGen;

/// <summary>A colour of three 8-bit channels.</summary>
/// <param name="Red">0 to 255.</param>
/// <param name="Green">0 to 255.</param>
/// <param name="Blue">0 to 255.</param>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>The four bytes red, green, blue and 0 as they lie in memory, read as a little-endian number.</summary>
    internal uint Packed => (uint)(Red | Green << 8 | Blue << 16);

    /// <summary>Reads a colour as web pages write it.</summary>
    /// <param name="hex">Six hexadecimal digits, with or without <c>#</c> in front: <c>#804080</c>.</param>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static Rgb Parse(ReadOnlySpan<char> hex)
    {
        ReadOnlySpan<char> digits = hex is ['#', ..] ? hex[1..] : hex;
        if (digits.Length != 6 || !uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value))
            throw new FormatException($"\"{hex}\" is no colour: expected six hexadecimal digits, as #804080.");
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>The colour as web pages write it.</summary>
    /// <returns>For example <c>#804080</c>.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{Red:x2}{Green:x2}{Blue:x2}");

    internal static Rgb Unpacked(uint packed) => new((byte)packed, (byte)(packed >> 8), (byte)(packed >> 16));
}
