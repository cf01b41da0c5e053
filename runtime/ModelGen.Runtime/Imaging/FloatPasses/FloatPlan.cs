using System.Numerics;

namespace ModelGen;

/// <summary>What is worth working out once for a source size when a library resamples in floating point.</summary>
/// <typeparam name="T">float or double: what the library computes in.</typeparam>
internal sealed unsafe class FloatPlan<T> : PicturePlan
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FloatAxis<T> _columns;
    private readonly FloatAxis<T> _rows;
    private readonly ImageColor _color;

    // torchvision rounds what it resampled in floats back to bytes.
    private readonly bool _endsInBytes;

    /// <param name="steps">What is asked for.</param>
    /// <param name="width">Width of the source picture.</param>
    /// <param name="height">Height of the source picture.</param>
    /// <param name="format">Format of the source picture.</param>
    /// <param name="axis">The taps of an axis: source length, target length, targets that are wanted, and whether it goes down.</param>
    internal FloatPlan(ImageSteps steps, int width, int height, PixelFormat format, Func<int, int, AxisSpan, bool, FloatAxis<T>> axis)
        : base(steps, width, height, format)
    {
        _columns = axis(width, ScaledWidth, Across, false);
        _rows = axis(height, ScaledHeight, Down, true);
        _color = steps.Color;
        _endsInBytes = steps.Resize.Arithmetic == ResizeArithmetic.Torchvision;
        ScratchLength = ScratchSize.Checked(FloatPass<T>.ScratchLength(_columns, _rows, Values) + _columns.Ends.Length * (long)Lanes);
    }

    /// <inheritdoc/>
    internal override int ScratchLength { get; }

    // Values of a pixel: 1 or 3.
    private int Values => Lanes == 1 ? 1 : 3;

    /// <inheritdoc/>
    protected override void Fill(in PictureRun run)
    {
        var pass = new FloatPass<T>(_columns, _rows, Format, _color, Conversion, run.Pixels, run.Stride, run.Scratch);
        byte* bytes = run.Scratch + FloatPass<T>.ScratchLength(_columns, _rows, Values);
        for (int y = 0; y < Down.Count; y++)
        {
            pass.Mix(y);
            int row = Down.Before + y;
            if (_endsInBytes) run.Writer.Row(ToBytes(pass.Mixed, bytes), Lanes, Across, run.Tensor, row);
            else if (typeof(T) == typeof(float)) run.Writer.Row((float*)pass.Mixed, Values, Across, run.Tensor, row);
            else run.Writer.Row((double*)pass.Mixed, Values, Across, run.Tensor, row);
        }
    }

    private byte* ToBytes(T* levels, byte* bytes)
    {
        for (int x = 0; x < _columns.Ends.Length; x++)
        {
            for (int value = 0; value < Values; value++)
                bytes[x * Lanes + value] = byte.CreateSaturating(T.Round(levels[x * Values + value], MidpointRounding.ToEven));
        }

        return bytes;
    }
}
