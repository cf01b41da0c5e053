namespace ModelGen;

/// <summary>OpenCV's ways to mix a fixed number of neighbouring pixels. Each has its own arithmetic between and after the passes.</summary>
internal enum TapKind
{
    /// <summary>INTER_LINEAR: two taps, 16-bit numbers between the passes, products cut off after them.</summary>
    Linear,

    /// <summary>INTER_AREA where the picture grows: the arithmetic of <see cref="Linear"/> at other positions.</summary>
    Cell,

    /// <summary>INTER_LINEAR_EXACT: two taps, rounded once at the end.</summary>
    Exact,

    /// <summary>INTER_CUBIC: four taps, rows mixed in float32, but for the end of a row.</summary>
    Cubic,

    /// <summary>INTER_LANCZOS4: eight taps, rounded once at the end.</summary>
    Lanczos,
}

/// <summary>Numbers about kinds.</summary>
internal static class TapKinds
{
    /// <summary>Pixels that are mixed along an axis.</summary>
    internal static int Taps(this TapKind kind) => kind switch { TapKind.Cubic => 4, TapKind.Lanczos => 8, _ => 2 };

    /// <summary>Pixels of a window before that of the position.</summary>
    internal static int Lead(this TapKind kind) => kind.Taps() / 2 - 1;

    /// <summary>Whether numbers between the passes need 32 bits, not 16.</summary>
    internal static bool IsWide(this TapKind kind) => kind is TapKind.Cubic or TapKind.Lanczos;

    /// <summary>The position of a target pixel. Only where rows are mixed does linear keep the fraction beyond the outermost centres: its products are cut off.</summary>
    internal static OpenCvPosition Position(this TapKind kind, int source, int target, int i, bool alongRows) => kind switch
    {
        TapKind.Linear when alongRows => OpenCvPosition.Centre(source, target, i).Within(source),
        TapKind.Cell when alongRows => OpenCvPosition.Cell(source, target, i).Within(source),
        TapKind.Cell => OpenCvPosition.Cell(source, target, i),
        TapKind.Exact => OpenCvPosition.Exact(source, target, i).Within(source),
        _ => OpenCvPosition.Centre(source, target, i),
    };

    /// <summary>The weights of a fraction, as many as there are taps.</summary>
    internal static void Weights(this TapKind kind, double fraction, Span<short> weights)
    {
        switch (kind)
        {
            case TapKind.Exact: OpenCvWeights.Exact(fraction, weights); break;
            case TapKind.Cubic: OpenCvWeights.Cubic(fraction, weights); break;
            case TapKind.Lanczos: OpenCvWeights.Lanczos(fraction, weights); break;
            default: OpenCvWeights.Linear(fraction, weights); break;
        }
    }
}
