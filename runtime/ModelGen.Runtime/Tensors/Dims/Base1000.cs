using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ModelGen;

namespace Dims;

internal static class Base1000
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Billions(int billions, int millions, int thousands, int ones)
    {
        long value = (((billions * 1000L + millions) * 1000) + thousands) * 1000 + ones;
        if (value > int.MaxValue)
            TooLarge(value);
        return (int)value;
    }

    [DoesNotReturn]
    private static void TooLarge(long value) => throw new ModelGenException(
        "The dim is too large", expected: FormattableString.Invariant($"at most {int.MaxValue}"),
        actual: FormattableString.Invariant($"{value}"),
        remedy: "Split the tensor: .NET indexes memory with 32-bit integers.");
}
