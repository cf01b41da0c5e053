using System.Collections;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ModelGen;

/// <summary>Up to 256 colours, one a class. Classes behind the last colour are black; class 256 has the colour of class 0 again, and so on.</summary>
/// <remarks>Immutable. Palettes of the same colours are equal, whatever made them.</remarks>
[DebuggerDisplay("{Count} colours")]
public sealed class Palette : IReadOnlyList<Rgb>, IEquatable<Palette>
{
    /// <summary>The most colours that a palette has.</summary>
    public const int MostColors = 256;

    private readonly uint[] _packed = new uint[MostColors];

    /// <summary>Takes the colours of class 0, 1, 2, ….</summary>
    /// <exception cref="ArgumentException">There are none, or more than 256.</exception>
    public Palette(params ReadOnlySpan<Rgb> colors)
    {
        if (colors.Length is 0 or > MostColors)
            throw new ArgumentException($"Expected 1 to {MostColors} colours, got {colors.Length}.", nameof(colors));
        Count = colors.Length;
        for (int i = 0; i < colors.Length; i++)
            _packed[i] = colors[i].Packed;
    }

    /// <summary>The 19 classes of the Cityscapes benchmark in the order of its train ids; all others, void among them (255), are black.</summary>
    public static Palette Cityscapes { get; } = new(Palettes.Cityscapes());

    /// <summary>The 256 colours of the PASCAL VOC segmentation data: background black, aeroplane dark red, …, void (255) off-white.</summary>
    public static Palette PascalVoc { get; } = new(Palettes.PascalVoc());

    /// <summary>Number of colours.</summary>
    public int Count { get; }

    /// <summary>The colours as four bytes each, for lookups by label.</summary>
    internal ReadOnlySpan<uint> Packed => _packed;

    /// <summary>The colour of a class.</summary>
    /// <param name="index">0 to 255; black from <see cref="Count"/> on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative or above 255.</exception>
    public Rgb this[int index]
    {
        get
        {
            if ((uint)index >= MostColors)
                throw new ArgumentOutOfRangeException(nameof(index), index, $"Expected a class from 0 to {MostColors - 1}.");
            return Rgb.Unpacked(_packed[index]);
        }
    }

    /// <summary>Colours from bytes: red, green, blue of class 0, of class 1, ….</summary>
    /// <exception cref="ArgumentException">There are not three bytes for each of 1 to 256 colours.</exception>
    public static Palette FromBytes(ReadOnlySpan<byte> rgb)
    {
        if (rgb.Length % 3 != 0)
            throw new ArgumentException($"Expected three bytes a colour, got {rgb.Length} bytes.", nameof(rgb));
        return new Palette(MemoryMarshal.Cast<byte, Rgb>(rgb));
    }

    /// <summary>Colours as web pages write them: <c>Palette.FromHex("#804080", "#f423e8")</c>.</summary>
    /// <exception cref="FormatException">One is no colour.</exception>
    /// <exception cref="ArgumentException">There are none, or more than 256.</exception>
    public static Palette FromHex(params ReadOnlySpan<string> colors)
    {
        Rgb[] parsed = new Rgb[colors.Length];
        for (int i = 0; i < colors.Length; i++)
            parsed[i] = Rgb.Parse(colors[i]);
        return new Palette(parsed);
    }

    /// <summary>Colours for any number of classes, far apart for the first dozens: hues in large steps, brightness and saturation in turns.</summary>
    /// <param name="count">1 to 256. A larger number continues the colours of a smaller one.</param>
    /// <exception cref="ArgumentException">The number is another.</exception>
    public static Palette Spread(int count)
    {
        if (count is < 1 or > MostColors)
            throw new ArgumentException($"Expected 1 to {MostColors} colours, got {count}.", nameof(count));
        return new Palette(Palettes.Spread(count));
    }

    /// <summary>Whether all colours are the same.</summary>
    public bool Equals(Palette? other) => other is not null && Count == other.Count && Packed.SequenceEqual(other.Packed);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Palette);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = new();
        hash.AddBytes(MemoryMarshal.AsBytes(Packed[..Count]));
        return hash.ToHashCode();
    }

    /// <summary>The colours in the order of the classes.</summary>
    /// <returns>An enumerator over the colours.</returns>
    public IEnumerator<Rgb> GetEnumerator() => _packed.Take(Count).Select(Rgb.Unpacked).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
