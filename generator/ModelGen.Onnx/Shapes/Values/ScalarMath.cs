namespace ModelGen.Onnx;

/// <summary>
/// Arithmetic on single integers as far as they are known. Names of dims stand for sizes, which are never negative; what would wrap around is unknown.
/// Results are not rounded to an element type yet: see <see cref="Rounding.To"/>.
/// </summary>
internal static class ScalarMath
{
    // Integers of larger magnitude are not all binary64.
    private const double Exact = 1L << 53;

    /// <summary>The sum; anything plus 0 is itself.</summary>
    public static Scalar Plus(Scalar a, Scalar b)
    {
        if (a.Integer == 0)
            return b;
        if (b.Integer == 0)
            return a;
        if (a.Integer is not long x || b.Integer is not long y)
            return Scalar.Unknown;
        long sum = unchecked(x + y);
        return ((x ^ sum) & (y ^ sum)) < 0 ? Scalar.Unknown : Scalar.Int(sum);
    }

    /// <summary>The difference; a dim less itself is 0.</summary>
    public static Scalar Minus(Scalar a, Scalar b)
    {
        if (b.Integer == 0)
            return a;
        if (AreSameDim(a, b))
            return Scalar.Int(0);
        if (a.Integer is not long x || b.Integer is not long y)
            return Scalar.Unknown;
        long difference = unchecked(x - y);
        return ((x ^ y) & (x ^ difference)) < 0 ? Scalar.Unknown : Scalar.Int(difference);
    }

    /// <summary>The product; anything times 1 is itself, and times 0 it is 0.</summary>
    public static Scalar Times(Scalar a, Scalar b)
    {
        if (a.Integer is 0 || b.Integer is 1)
            return a;
        if (b.Integer is 0 || a.Integer is 1)
            return b;
        if (a.Integer is not long x || b.Integer is not long y || (x == -1 && y == long.MinValue) || (y == -1 && x == long.MinValue))
            return Scalar.Unknown;
        long product = unchecked(x * y);
        return product / y == x ? Scalar.Int(product) : Scalar.Unknown;
    }

    /// <summary>The quotient rounded towards zero, as in C++; unknown for a divisor of 0, on which the runtime crashes.</summary>
    public static Scalar Over(Scalar a, Scalar b)
    {
        if (b.Integer == 1)
            return a;
        if (AreSameDim(a, b))
            return Scalar.Int(1);
        return a.Integer is long x && b.Integer is long y && y != 0 && !(y == -1 && x == long.MinValue) ? Scalar.Int(x / y) : Scalar.Unknown;
    }

    /// <summary>The remainder with the divisor's sign, as Python's <c>%</c>.</summary>
    public static Scalar Modulo(Scalar a, Scalar b)
    {
        if (b.Integer is 1 or -1 || AreSameDim(a, b))
            return Scalar.Int(0);
        if (a.Integer is not long x || b.Integer is not long y || y == 0)
            return Scalar.Unknown;
        long rest = x % y;
        return Scalar.Int(rest != 0 && (rest < 0) != (y < 0) ? rest + y : rest);
    }

    /// <summary>The remainder with the dividend's sign, as C's <c>fmod</c>.</summary>
    public static Scalar Remainder(Scalar a, Scalar b)
    {
        if (b.Integer is 1 or -1 || AreSameDim(a, b))
            return Scalar.Int(0);
        return a.Integer is long x && b.Integer is long y && y != 0 ? Scalar.Int(x % y) : Scalar.Unknown;
    }

    /// <summary>The power computed in binary64 and cut to an integer, as ONNX Runtime does it; unknown where binary64 is not exact.</summary>
    public static Scalar Power(Scalar a, Scalar b)
    {
        if (b.Number == 0)
            return Scalar.Int(1);
        if (b.Number == 1)
            return a;
        if (a.Integer is not long x || b.Number is not double y)
            return Scalar.Unknown;
        double power = Math.Pow(x, y);
        return x is > -(long)Exact and < (long)Exact && Math.Abs(power) < Exact ? Scalar.Int((long)power) : Scalar.Unknown;
    }

    /// <summary>The larger; a dim is at least 0.</summary>
    public static Scalar Max(Scalar a, Scalar b) =>
        a.Integer is long x && b.Integer is long y ? Scalar.Int(Math.Max(x, y))
        : AreSameDim(a, b) || (a.Symbol is not null && b.Integer <= 0) ? a
        : b.Symbol is not null && a.Integer <= 0 ? b
        : Scalar.Unknown;

    /// <summary>The smaller; a dim is at least 0.</summary>
    public static Scalar Min(Scalar a, Scalar b) =>
        a.Integer is long x && b.Integer is long y ? Scalar.Int(Math.Min(x, y))
        : AreSameDim(a, b) || (b.Symbol is not null && a.Integer <= 0) ? a
        : a.Symbol is not null && b.Integer <= 0 ? b
        : Scalar.Unknown;

    /// <summary>Whether two elements are equal, integers or floats; a dim equals itself and no negative number.</summary>
    public static Scalar Equal(Scalar a, Scalar b)
    {
        if (a.Integer is long x && b.Integer is long y)
            return Scalar.Bool(x == y);
        if (a.Number is double p && b.Number is double q)
            return Scalar.Bool(p == q);
        if (AreSameDim(a, b))
            return Scalar.Bool(true);
        return (a.Symbol is not null && b.Number < 0) || (b.Symbol is not null && a.Number < 0) ? Scalar.Bool(false) : Scalar.Unknown;
    }

    /// <summary>Whether the first is smaller.</summary>
    public static Scalar Less(Scalar a, Scalar b)
    {
        if (a.Integer is long x && b.Integer is long y)
            return Scalar.Bool(x < y);
        if (a.Number is double p && b.Number is double q)
            return Scalar.Bool(p < q);
        if (AreSameDim(a, b) || (a.Symbol is not null && b.Number <= 0))
            return Scalar.Bool(false);
        return b.Symbol is not null && a.Number < 0 ? Scalar.Bool(true) : Scalar.Unknown;
    }

    /// <summary>Whether the first is smaller or equal.</summary>
    public static Scalar LessOrEqual(Scalar a, Scalar b)
    {
        if (a.Integer is long x && b.Integer is long y)
            return Scalar.Bool(x <= y);
        if (a.Number is double p && b.Number is double q)
            return Scalar.Bool(p <= q);
        if (AreSameDim(a, b) || (b.Symbol is not null && a.Number <= 0))
            return Scalar.Bool(true);
        return a.Symbol is not null && b.Number < 0 ? Scalar.Bool(false) : Scalar.Unknown;
    }

    private static bool AreSameDim(Scalar a, Scalar b) => a.Symbol is not null && a.Symbol == b.Symbol;
}
