using System.Globalization;
using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Numbers and names as people read them, the same in every language.</summary>
internal static class Units
{
    private static readonly string[] s_names = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Bytes in the unit that leaves one to four digits before the point: <c>86.5 KiB</c>.</summary>
    internal static string Bytes(long bytes)
    {
        int unit = 0;
        double value = bytes;
        for (; value >= 1024 && unit < s_names.Length - 1; unit++)
            value /= 1024;
        return value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + (bytes == 1 ? "byte" : s_names[unit]);
    }

    /// <summary>A count with commas.</summary>
    internal static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A value of a tensor, in up to six digits.</summary>
    internal static string Value(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>A name of the model, in quotes where one would not see where it begins and ends.</summary>
    internal static string Name(string name) => name.Trim().Length == name.Length && name.Length > 0 ? Printable.Line(name, Printable.NameLength) : Printable.Quote(name);

    /// <summary>A shape with names of dims made printable.</summary>
    internal static string Shape(TensorShape shape) => shape.Rank == 0 ? shape.ToString() : string.Join("×", shape.Dims.Select(Dim));

    /// <summary>A dim with its name made printable.</summary>
    internal static string Dim(Dim dim) => dim.Symbol is { } name ? Name(name) : dim.ToString();
}
