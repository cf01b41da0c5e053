using System.Runtime.CompilerServices;

namespace ModelGen;

/// <summary>Numbers as elements of a tensor: float32 as they are, float16 rounded, integers quantised.</summary>
/// <remarks>The type is known to the JIT, so each choice below is made when it compiles.</remarks>
internal static class TensorElement
{
    /// <summary>The element of a number: for integers round(x / scale), halves to even, + zero point, clipped. NaN becomes 0.</summary>
    internal static T Of<T>(float number, ImageQuantization? quantization)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float)) return Unsafe.BitCast<float, T>(number);
        if (typeof(T) == typeof(Half)) return Unsafe.BitCast<Half, T>((Half)number);
        ImageQuantization steps = quantization ?? new ImageQuantization(1, 0);
        // QuantizeLinear divides in float32 and saturates (onnx operator specification).
        float level = MathF.Round(number / (float)steps.Scale, MidpointRounding.ToEven) + steps.ZeroPoint;
        return typeof(T) == typeof(byte) ? Unsafe.BitCast<byte, T>(byte.CreateSaturating(level)) : Unsafe.BitCast<sbyte, T>(sbyte.CreateSaturating(level));
    }
}
