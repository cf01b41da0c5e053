namespace ModelGen.Preprocessing;

/// <summary>How sides become whole pixels. The names are those of the runtime's enum.</summary>
internal enum SizeRounding
{
    /// <summary>Toward zero: <c>int()</c> of Python.</summary>
    Truncate,

    /// <summary>To the nearest, halves to even: <c>round()</c> of Python.</summary>
    HalfToEven,

    /// <summary>To the nearest, halves up: <c>int(x + 0.5)</c>.</summary>
    HalfUp,

    /// <summary>Up: <c>ceil()</c>.</summary>
    Up,
}
