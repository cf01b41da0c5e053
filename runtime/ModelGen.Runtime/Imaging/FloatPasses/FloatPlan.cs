using System.Numerics;

namespace ModelGen;

/// <summary>What is worth working out once for a source size when a library resamples in floating point.</summary>
/// <typeparam name="T">float or double: what the library computes in.</typeparam>
/// <remarks>Immutable; shared by all threads.</remarks>
internal sealed unsafe class FloatPlan<T>(ImageSteps steps, int width, int height, FloatAxis<T> columns, FloatAxis<T> rows)
    : FloatPlan(width, height)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // torchvision rounds what it resampled in floats back to bytes.
    private readonly bool _endsInBytes = steps.Resize.Arithmetic == ResizeArithmetic.Torchvision;

    /// <inheritdoc/>
    internal override long ScratchLength => FloatPass<T>.ScratchLength(columns, rows, lanes: 3) + columns.Ends.Length * (long)sizeof(uint);

    /// <inheritdoc/>
    internal override void Run(ImageView image, byte* pixels, byte* scratch, TensorWriter writer, void* tensor)
    {
        var pass = new FloatPass<T>(columns, rows, image.Format, steps.Color, pixels, image.Stride, scratch);
        int lanes = LevelRow.Lanes(image.Format, steps.Color), before = rows.Span.Before;
        byte* bytes = scratch + FloatPass<T>.ScratchLength(columns, rows, lanes);
        for (int y = 0; y < before; y++) writer.Padding(tensor, y);
        for (int y = 0; y < rows.Span.Count; y++)
        {
            pass.Mix(y);
            if (_endsInBytes) writer.Row(ToBytes(pass.Mixed, lanes, bytes), lanes == 1 ? 1 : sizeof(uint), columns.Span, tensor, before + y);
            else if (typeof(T) == typeof(float)) writer.Row((float*)pass.Mixed, lanes, columns.Span, tensor, before + y);
            else writer.Row((double*)pass.Mixed, lanes, columns.Span, tensor, before + y);
        }

        for (int y = before + rows.Span.Count; y < steps.Height; y++) writer.Padding(tensor, y);
    }

    private byte* ToBytes(T* levels, int lanes, byte* bytes)
    {
        int working = lanes == 1 ? 1 : sizeof(uint);
        for (int x = 0; x < columns.Ends.Length; x++)
        {
            for (int lane = 0; lane < lanes; lane++)
                bytes[x * working + lane] = byte.CreateSaturating(T.Round(levels[x * lanes + lane], MidpointRounding.ToEven));
        }

        return bytes;
    }
}
