using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>The AVX-512 instructions of the passes; on machines without them each is two of AVX2's, with the same result, so that tests cover the path.</summary>
/// <remarks>All of them work within 128-bit parts, which is why halves can stand in.</remarks>
internal static class Wide
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> MultiplyAddAdjacent(Vector512<short> left, Vector512<short> right) => Avx512BW.IsSupported
        ? Avx512BW.MultiplyAddAdjacent(left, right)
        : Vector512.Create(Avx2.MultiplyAddAdjacent(left.GetLower(), right.GetLower()), Avx2.MultiplyAddAdjacent(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> UnpackLow(Vector512<byte> left, Vector512<byte> right) => Avx512BW.IsSupported
        ? Avx512BW.UnpackLow(left, right)
        : Vector512.Create(Avx2.UnpackLow(left.GetLower(), right.GetLower()), Avx2.UnpackLow(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> UnpackHigh(Vector512<byte> left, Vector512<byte> right) => Avx512BW.IsSupported
        ? Avx512BW.UnpackHigh(left, right)
        : Vector512.Create(Avx2.UnpackHigh(left.GetLower(), right.GetLower()), Avx2.UnpackHigh(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<short> PackSignedSaturate(Vector512<int> left, Vector512<int> right) => Avx512BW.IsSupported
        ? Avx512BW.PackSignedSaturate(left, right)
        : Vector512.Create(Avx2.PackSignedSaturate(left.GetLower(), right.GetLower()), Avx2.PackSignedSaturate(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<byte> PackUnsignedSaturate(Vector512<short> left, Vector512<short> right) => Avx512BW.IsSupported
        ? Avx512BW.PackUnsignedSaturate(left, right)
        : Vector512.Create(Avx2.PackUnsignedSaturate(left.GetLower(), right.GetLower()), Avx2.PackUnsignedSaturate(left.GetUpper(), right.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector512<int> ShiftRightArithmetic(Vector512<int> value, Vector128<int> count) => Avx512F.IsSupported
        ? Avx512F.ShiftRightArithmetic(value, count)
        : Vector512.Create(Avx2.ShiftRightArithmetic(value.GetLower(), count), Avx2.ShiftRightArithmetic(value.GetUpper(), count));
}
