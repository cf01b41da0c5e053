namespace ModelGen.Preprocessing;

/// <summary>What becomes of a double in the runtime's float32 arithmetic.</summary>
internal static class Float32
{
    /// <summary>Whether it stays a number.</summary>
    internal static bool IsFinite(double value) => !float.IsNaN((float)value) && !float.IsInfinity((float)value);

    /// <summary>Whether it is 0, or becomes 0.</summary>
    internal static bool IsZero(double value) => (float)value == 0;

    /// <summary>Whether it can be multiplied with, and its inverse divided by.</summary>
    internal static bool IsFactor(double value) => IsFinite(value) && !IsZero(value) && IsFinite(1 / value);
}
