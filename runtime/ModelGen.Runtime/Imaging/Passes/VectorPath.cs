using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Which instructions the passes use, each with those before it. All give the same bytes; tests hold them to it.</summary>
internal enum VectorPath
{
    /// <summary>Plain loops: the definition of the result.</summary>
    Scalar,

    /// <summary>128-bit vectors that every platform has (Arm64 NEON, x64 SSE).</summary>
    Portable,

    /// <summary>256-bit vectors with multiply-add of int16 pairs.</summary>
    Avx2,

    /// <summary>512-bit vectors where passes read rows from end to end; gathering stays with 256 bits. Without the hardware two halves stand in.</summary>
    Avx512,
}

/// <summary>What this machine can do.</summary>
internal static class VectorPaths
{
    internal static VectorPath Best => Avx512BW.IsSupported && Vector512.IsHardwareAccelerated ? VectorPath.Avx512
        : Avx2.IsSupported ? VectorPath.Avx2
        : Vector128.IsHardwareAccelerated ? VectorPath.Portable : VectorPath.Scalar;

    /// <summary>Whether 256-bit vectors may be used.</summary>
    internal static bool HasAvx2(this VectorPath path) => path >= VectorPath.Avx2;
}
