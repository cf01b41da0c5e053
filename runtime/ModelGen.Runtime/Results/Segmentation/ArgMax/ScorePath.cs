using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>How wide the vectors are that compare scores. All give the same labels; tests hold them to it.</summary>
internal enum ScorePath
{
    /// <summary>Plain loops: the definition of the result.</summary>
    Scalar,

    /// <summary>128 bits: Arm64 NEON, x64 SSE.</summary>
    Vector128,

    /// <summary>256 bits: AVX2.</summary>
    Vector256,

    /// <summary>512 bits: AVX-512.</summary>
    Vector512,
}

/// <summary>What this machine can do. Every path runs on every machine; those that it lacks are only slow.</summary>
internal static class ScorePaths
{
    internal static ScorePath Best =>
        Vector512.IsHardwareAccelerated ? ScorePath.Vector512
        : Vector256.IsHardwareAccelerated ? ScorePath.Vector256
        : Vector128.IsHardwareAccelerated ? ScorePath.Vector128 : ScorePath.Scalar;
}
