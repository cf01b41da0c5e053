using System.Runtime.InteropServices;

namespace ModelGen.Onnx;

/// <summary>Rounds a double to what an element type can hold, so that arithmetic on shapes agrees with the runtime to the last bit.</summary>
internal static class Rounding
{
    /// <summary>The scalar as the element type holds it: rounded for floats; unknown when an integer does not fit.</summary>
    public static Scalar To(this Scalar scalar, ElementType element)
    {
        if (scalar.Symbol is not null)
            return element is ElementType.Int64 or ElementType.Int32 ? scalar : Scalar.Unknown;
        if (!scalar.IsKnown)
            return scalar;
        return element switch
        {
            ElementType.Float => Scalar.Float((float)scalar.Number!.Value),
            ElementType.Double => Scalar.Float(scalar.Number!.Value),
            ElementType.Float16 => Scalar.Float(ToHalf(scalar.Number!.Value)),
            ElementType.BFloat16 => Scalar.Float(ToBFloat16((float)scalar.Number!.Value)),
            _ => scalar.Integer is long value && Fits(value, element) ? scalar : Scalar.Unknown,
        };
    }

    /// <summary>Whether elements of the type are floats that are followed.</summary>
    public static bool IsFloat(this ElementType element) =>
        element is ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16;

    /// <summary>Whether an integer type holds the value; false for other types.</summary>
    public static bool Fits(long value, ElementType element) => element switch
    {
        ElementType.Int64 => true,
        ElementType.UInt64 => value >= 0,
        ElementType.Int32 => value is >= int.MinValue and <= int.MaxValue,
        ElementType.UInt32 => value is >= 0 and <= uint.MaxValue,
        ElementType.Int16 => value is >= short.MinValue and <= short.MaxValue,
        ElementType.UInt16 => value is >= 0 and <= ushort.MaxValue,
        ElementType.Int8 => value is >= sbyte.MinValue and <= sbyte.MaxValue,
        ElementType.UInt8 => value is >= 0 and <= byte.MaxValue,
        ElementType.Bool => value is 0 or 1,
        _ => false,
    };

    /// <summary>The binary32 of these bits.</summary>
    public static float SingleFromBits(int bits)
    {
        // netstandard2.0 has no BitConverter.Int32BitsToSingle.
        Span<int> one = [bits];
        return MemoryMarshal.Cast<int, float>(one)[0];
    }

    /// <summary>The binary16 of these bits (IEEE 754-2019, 3.4).</summary>
    public static double HalfFromBits(ushort bits)
    {
        int exponent = (bits >> 10) & 31, mantissa = bits & 1023;
        double magnitude = exponent switch
        {
            0 => mantissa * Math.Pow(2, -24),
            31 => mantissa == 0 ? double.PositiveInfinity : double.NaN,
            _ => (1024 + mantissa) * Math.Pow(2, exponent - 25),
        };
        return (bits & 0x8000) != 0 ? -magnitude : magnitude;
    }

    /// <summary>The nearest binary16, ties to even.</summary>
    public static double ToHalf(double value)
    {
        double magnitude = Math.Abs(value);
        if (double.IsNaN(value) || double.IsInfinity(value) || magnitude == 0)
            return value;
        // 65,520 is the middle between the largest binary16 and the next power of two.
        if (magnitude >= 65520)
            return value > 0 ? double.PositiveInfinity : double.NegativeInfinity;
        int exponent = Math.Max((int)Math.Floor(Math.Log(magnitude) / Math.Log(2)), -14);
        // The logarithm can be off by one next to a power of two.
        if (Math.Pow(2, exponent) > magnitude && exponent > -14)
            exponent--;
        else if (Math.Pow(2, exponent + 1) <= magnitude)
            exponent++;
        double unit = Math.Pow(2, exponent - 10);
        return Math.Round(value / unit, MidpointRounding.ToEven) * unit;
    }

    private static float ToBFloat16(float value)
    {
        if (float.IsNaN(value))
            return value;
        Span<float> one = [value];
        uint bits = MemoryMarshal.Cast<float, uint>(one)[0];
        // Half of the unit in the last place, less one unless the kept part is odd: ties go to even.
        return SingleFromBits(unchecked((int)((bits + 0x7FFF + ((bits >> 16) & 1)) & 0xFFFF0000)));
    }
}
