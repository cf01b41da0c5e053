using System.Runtime.Intrinsics;

namespace ModelGen;

/// <summary>The horizontal colour pass with the channels of one pixel in the four lanes of a vector.</summary>
internal static unsafe class HorizontalColorPortable
{
    internal static void Run(AxisWeights axis, PixelOrder order, byte* row, uint* result)
    {
        Vector128<int> half = Vector128.Create(Fixed.Half(axis.Bits));
        // The low byte of each int32, in the tensor's order.
        Vector128<byte> pack = Vector128.Create(
            (byte)(order.First * 4), 4, (byte)(order.Last * 4), 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int x = 0; x < axis.Starts.Length; x++)
        {
            int start = axis.Starts[x], at = x * axis.Taps;
            int taps = Math.Min(axis.Taps, axis.End - axis.First - start);
            byte* pixel = row + start * order.Bytes;
            Vector128<int> sum = half;
            for (int tap = 0; tap < taps; tap++, pixel += order.Bytes)
            {
                Vector128<ushort> wide = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(uint*)pixel).AsByte());
                sum += Vector128.WidenLower(wide).AsInt32() * axis.Weights[at + tap];
            }

            Vector128<int> level = Vector128.Min(
                Vector128.Max(Vector128.ShiftRightArithmetic(sum, axis.Bits), Vector128<int>.Zero), Vector128.Create(255));
            result[x] = Vector128.Shuffle(level.AsByte(), pack).AsUInt32().ToScalar();
        }
    }
}
