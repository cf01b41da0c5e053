namespace ModelGen;

/// <summary>ITU-R BT.601 luma in fixed point: (Red · r + Green · g + Blue · b + half) >> Bits. Libraries differ in the bits.</summary>
internal readonly record struct LuminanceFormula(int Red, int Green, int Blue, int Bits)
{
    /// <summary>Pillow's <c>convert("L")</c>.</summary>
    internal static LuminanceFormula Pillow => new(19595, 38470, 7471, 16);

    /// <summary>OpenCV's <c>cvtColor</c> to gray.</summary>
    internal static LuminanceFormula OpenCv => new(9798, 19235, 3735, 15);

    internal int Half => 1 << (Bits - 1);

    internal static LuminanceFormula Of(ResizeArithmetic arithmetic) =>
        arithmetic is ResizeArithmetic.OpenCv or ResizeArithmetic.OpenCv4 ? OpenCv : Pillow;
}
