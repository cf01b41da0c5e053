using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ModelGen;

/// <summary>Which instructions the passes use. All give the same bytes; tests hold them to it.</summary>
internal enum VectorPath
{
    /// <summary>Plain loops: the definition of the result.</summary>
    Scalar,

    /// <summary>128-bit vectors that every platform has (Arm64 NEON, x64 SSE).</summary>
    Portable,

    /// <summary>256-bit vectors with multiply-add of int16 pairs.</summary>
    Avx2,
}

/// <summary>What this machine can do.</summary>
internal static class VectorPaths
{
    internal static VectorPath Best =>
        Avx2.IsSupported ? VectorPath.Avx2 : Vector128.IsHardwareAccelerated ? VectorPath.Portable : VectorPath.Scalar;
}
