using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>Rounding of fixed-point sums.</summary>
internal static class Fixed
{
    /// <summary>Rounds half up and clips to a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static byte ToByte(int sum, int bits) => (byte)Math.Clamp((sum + Half(bits)) >> bits, 0, 255);

    /// <summary>One half; torch's arithmetic may use 0 bits, where there is nothing to round.</summary>
    internal static int Half(int bits) => bits == 0 ? 0 : 1 << (bits - 1);
}
