namespace ModelGen.GpuCheck;

/// <summary>How far results may be from the CPU's, as parts of the largest result (or of 1).</summary>
internal static class Tolerance
{
    /// <summary>Float32: sums in another order differ in the last digits of some hundred additions.</summary>
    public const double Exact = 1e-3;

    /// <summary>TF32 and float16 have 10 bits of mantissa. On an H200 logits of ±10 differed by 0.5, which is 0.05 of them.</summary>
    public const double TenBits = 0.1;

    /// <summary>Fails beyond the tolerance.</summary>
    /// <returns>The difference in words.</returns>
    /// <exception cref="CheckFailedException">It is beyond.</exception>
    public static string Check(string what, Difference difference, double tolerance) => difference.Relative <= tolerance
        ? $"{what}: {difference}"
        : throw new CheckFailedException(FormattableString.Invariant($"{what}: {difference}, where {tolerance:G2} of the scale is allowed"));
}
