namespace ModelGen;

/// <summary>How a side that is no whole number of pixels becomes one.</summary>
public enum SizeRounding
{
    /// <summary>Down, as Python's <c>int()</c>: torchvision, Hugging Face, PaddleOCR.</summary>
    Truncate,

    /// <summary>To the nearest, halves to even, as Python's <c>round()</c>: YOLO's letterbox.</summary>
    HalfToEven,

    /// <summary>To the nearest, halves up, as <c>int(x + 0.5)</c>: Segment Anything.</summary>
    HalfUp,

    /// <summary>Up.</summary>
    Up,
}
