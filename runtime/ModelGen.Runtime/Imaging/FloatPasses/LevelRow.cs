using System.Numerics;

namespace ModelGen;

/// <summary>Source pixels of any format as levels in floating point, in the tensor's channels.</summary>
internal static unsafe class LevelRow
{
    // ITU-R BT.601, as Pillow's and OpenCV's formulas for bytes have it before they are rounded to fixed point.
    private const double Red = 0.299;
    private const double Green = 0.587;
    private const double Blue = 0.114;

    /// <summary>Pixels that are converted at a time, on the stack.</summary>
    private const int Chunk = 64;

    /// <summary>Converts <paramref name="count"/> pixels.</summary>
    /// <param name="format">The pixels' format.</param>
    /// <param name="color">The tensor's channels.</param>
    /// <param name="conversion">What happens to bytes first.</param>
    /// <param name="row">The first pixel.</param>
    /// <param name="count">How many.</param>
    /// <param name="result">One value a pixel for gray pictures and tensors, else three.</param>
    internal static void Convert<T>(PixelFormat format, ImageColor color, RowConversion conversion, byte* row, int count, T* result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (format.IsFloat()) Channels((float*)row, format, color, count, result);
        else if (conversion.IsNeeded) Converted(format, color, conversion, row, count, result);
        else Channels(row, format, color, count, result);
    }

    /// <summary>Values of a converted pixel: 1 or 3.</summary>
    internal static int Lanes(PixelFormat format, ImageColor color) => format.IsGray() || color == ImageColor.Gray ? 1 : 3;

    private static void Channels<TSample, T>(TSample* row, PixelFormat format, ImageColor color, int count, T* result)
        where TSample : unmanaged, INumberBase<TSample>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (format.IsGray())
        {
            for (int x = 0; x < count; x++) result[x] = T.CreateTruncating(row[x]);
            return;
        }

        int samples = format.Samples(), first = color == ImageColor.Bgr ? 2 - format.RedOffset() : format.RedOffset();
        for (int x = 0; x < count; x++, row += samples)
        {
            if (color == ImageColor.Gray)
            {
                double luma = double.CreateTruncating(row[first]) * Red + double.CreateTruncating(row[1]) * Green + double.CreateTruncating(row[2 - first]) * Blue;
                result[x] = T.CreateTruncating(luma);
                continue;
            }

            result[x * 3] = T.CreateTruncating(row[first]);
            result[x * 3 + 1] = T.CreateTruncating(row[1]);
            result[x * 3 + 2] = T.CreateTruncating(row[2 - first]);
        }
    }

    // Bytes are blended, and become gray bytes by Pillow's formula, as scikit-image and torch users load them.
    private static void Converted<T>(PixelFormat format, ImageColor color, RowConversion conversion, byte* row, int count, T* result)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        byte* converted = stackalloc byte[Chunk * 4];
        PixelFormat into = conversion.Bytes == 1 ? PixelFormat.Gray8 : format;
        int lanes = Lanes(format, color);
        for (int x = 0; x < count; x += Chunk)
        {
            int part = Math.Min(Chunk, count - x);
            conversion.Row(VectorPath.Scalar, row + (nint)x * format.BytesPerPixel(), converted, part);
            Channels(converted, into, color, part, result + (nint)x * lanes);
        }
    }
}
