namespace ModelGen;

/// <summary>Everything about pictures of one size and format that is worth working out once. Each engine of resampling has a plan of its own.</summary>
/// <remarks>
/// Immutable; shared by all threads. An engine writes the rows of the tensor that the picture covers (<see cref="Down"/>), bytes or
/// floats by <see cref="TensorWriter"/>'s <c>Row</c>, which pads to both sides of them; rows above and below are padded here.
/// </remarks>
internal abstract unsafe class PicturePlan
{
    private readonly int _tensorHeight;

    /// <param name="steps">What is asked for.</param>
    /// <param name="width">Width of the source picture.</param>
    /// <param name="height">Height of the source picture.</param>
    /// <param name="format">Format of the source picture.</param>
    /// <exception cref="ImageSizeException">The scaled picture has not the tensor's size, and no step says what to do about it.</exception>
    protected PicturePlan(ImageSteps steps, int width, int height, PixelFormat format)
    {
        (Width, Height, Format, _tensorHeight) = (width, height, format, steps.Height);
        (ScaledWidth, ScaledHeight) = steps.Resize.TargetOf(width, height);
        (Across, Down) = TensorPlacement.Of(steps, width, height, ScaledWidth, ScaledHeight);
        Order = PixelOrder.Of(format, steps.Color);
        Conversion = new RowConversion(steps, format);
        Lanes = steps.Color == ImageColor.Gray || format.IsGray() ? 1 : 4;
    }

    /// <summary>Width of the source picture.</summary>
    internal int Width { get; }

    /// <summary>Height of the source picture.</summary>
    internal int Height { get; }

    /// <summary>Format of the source picture.</summary>
    internal PixelFormat Format { get; }

    /// <summary>Bytes of a working pixel: 1 for gray, 4 for colour (three channels in the tensor's order and one that is ignored).</summary>
    internal int Lanes { get; }

    /// <summary>Where the tensor's channels are within a source pixel.</summary>
    internal PixelOrder Order { get; }

    /// <summary>What happens to source rows before they are scaled.</summary>
    internal RowConversion Conversion { get; }

    /// <summary>Bytes of a pixel that is scaled: a gray one's, or the source's.</summary>
    internal int WorkingBytes => Conversion.IsNeeded ? Conversion.Bytes : Format.BytesPerPixel();

    /// <summary>Width of the whole scaled picture.</summary>
    internal int ScaledWidth { get; }

    /// <summary>Height of the whole scaled picture.</summary>
    internal int ScaledHeight { get; }

    /// <summary>Columns of the scaled picture that are wanted, and where they are in the tensor.</summary>
    internal AxisSpan Across { get; }

    /// <summary>Rows of the scaled picture that are wanted, and where they are in the tensor.</summary>
    internal AxisSpan Down { get; }

    /// <summary>Bytes of scratch memory that a run needs.</summary>
    /// <exception cref="ArgumentException">More than an array holds; only pictures of extreme proportions come near.</exception>
    internal abstract int ScratchLength { get; }

    /// <summary>Writes the tensor of one picture.</summary>
    internal void Run(in PictureRun run)
    {
        for (int y = 0; y < Down.Before; y++) run.Writer.Padding(run.Tensor, y);
        Fill(run);
        for (int y = Down.Before + Down.Count; y < _tensorHeight; y++) run.Writer.Padding(run.Tensor, y);
    }

    /// <summary>Writes the rows of <see cref="Down"/>, of which the first is row <see cref="AxisSpan.Before"/> of the tensor.</summary>
    protected abstract void Fill(in PictureRun run);
}
