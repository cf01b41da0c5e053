namespace ModelGen.Preprocessing;

/// <summary>One resize. Build it with the factory methods. It mirrors the runtime's <c>ImageResize</c>.</summary>
/// <remarks>Equality contract: plain values.</remarks>
internal sealed record ResizeStep
{
    /// <summary>No resize: the picture must have the model's size, or at least the crop's.</summary>
    internal static readonly ResizeStep None = new();

    private ResizeStep() { }

    /// <summary>How the size is found.</summary>
    public ResizeKind Kind { get; private init; }

    /// <summary>The width, or the length of the side that the rule is about; 0 when there is no resize, and when it is the model's that is not known yet.</summary>
    public int Width { get; private init; }

    /// <summary>The height; for the shorter side the bound of the longer one, 0 without a bound.</summary>
    public int Height { get; private init; }

    /// <summary>The filter; of no meaning when there is no resize.</summary>
    public ImageFilter Filter { get; init; }

    /// <summary>Whose arithmetic it follows.</summary>
    public ResizeArithmetic Arithmetic { get; init; }

    /// <summary>Which of its passes comes first.</summary>
    public PassOrder PassOrder { get; init; }

    /// <summary>How fractions of pixels are rounded.</summary>
    public SizeRounding Rounding { get; init; }

    /// <summary>Whether a picture that is small enough stays as it is.</summary>
    public bool OnlyShrinks { get; init; }

    /// <summary>What both sides are multiples of in the end; 0 for any.</summary>
    public int MultipleOf { get; init; }

    /// <summary>Whether the size is the model's, which is not known yet.</summary>
    internal bool IsToInput => Kind != ResizeKind.None && Width == 0;

    /// <summary>Whether the library scales pictures of floats too, with this filter.</summary>
    internal bool ScalesFloats => Arithmetic switch
    {
        ResizeArithmetic.Pillow or ResizeArithmetic.TorchUint8 or ResizeArithmetic.TorchUint8Aliased => false,
        ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 => Filter == ImageFilter.Bilinear,
        _ => true,
    };

    /// <summary>To this size in pixels.</summary>
    internal static ResizeStep To(PixelSize size, ImageFilter filter) => Of(ResizeKind.To, size.Width, size.Height, filter);

    /// <summary>The shorter side to this many pixels.</summary>
    internal static ResizeStep ToShorterSide(int length, ImageFilter filter) => Of(ResizeKind.ShorterSide, length, 0, filter);

    /// <summary>By any rule.</summary>
    internal static ResizeStep Of(ResizeKind kind, int width, int height, ImageFilter filter) =>
        kind == ResizeKind.None ? None : new() { Kind = kind, Width = width, Height = height, Filter = filter };

    /// <summary>The same resize to another size.</summary>
    internal ResizeStep Sized(int width, int height) => this with { Width = width, Height = height };
}
