namespace ModelGen.Onnx;

/// <summary>Arithmetic on dims in checked 64 bits. Named dims survive where nothing happens to them (× 1, + 0); otherwise what is not a number becomes unknown.</summary>
internal static class DimMath
{
    /// <summary>The sum; a negative one is unknown.</summary>
    public static Dim Plus(this Dim dim, long other) => other == 0 ? dim : dim.Size is long size ? OfSize(checked(size + other)) : Dim.Unknown;

    /// <summary>The sum.</summary>
    public static Dim Plus(this Dim dim, Dim other) => other.Size is long size ? dim.Plus(size) : dim.Size is long first ? other.Plus(first) : Dim.Unknown;

    /// <summary>The product; with 0 it is 0 whatever the other is.</summary>
    public static Dim Times(this Dim dim, long factor) => factor == 1 ? dim : factor == 0 ? Dim.Known(0) : dim.Size is long size ? OfSize(checked(size * factor)) : Dim.Unknown;

    /// <summary>The product.</summary>
    public static Dim Times(this Dim dim, Dim other) => other.Size is long size ? dim.Times(size) : dim.Size is long first ? other.Times(first) : Dim.Unknown;

    /// <summary>The quotient rounded down; unknown for a divisor below 1.</summary>
    public static Dim Over(this Dim dim, long divisor) => divisor == 1 ? dim : divisor > 0 && dim.Size is long size ? Dim.Known(size / divisor) : Dim.Unknown;

    /// <summary>The product of some dims, 1 for none.</summary>
    public static Dim Product(IEnumerable<Dim> dims) => dims.Aggregate(Dim.Known(1), Times);

    /// <summary>The product of the dims from one axis up to another, which is not included.</summary>
    public static Dim Product(TensorShape shape, int from, int to) => Product(shape.Dims.Skip(from).Take(to - from));

    /// <summary>The quotient rounded up or down for positive divisors, right for negative dividends too, where C#'s own division rounds towards zero.</summary>
    public static long Divide(long dividend, long divisor, bool up) =>
        up ? -FloorDivide(-dividend, divisor) : FloorDivide(dividend, divisor);

    /// <summary>A size; unknown when negative.</summary>
    public static Dim OfSize(long size) => size >= 0 ? Dim.Known(size) : Dim.Unknown;

    private static long FloorDivide(long dividend, long divisor) =>
        dividend / divisor - (dividend % divisor != 0 && (dividend < 0) != (divisor < 0) ? 1 : 0);
}
