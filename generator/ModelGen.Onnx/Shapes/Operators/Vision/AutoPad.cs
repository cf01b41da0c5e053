namespace ModelGen.Onnx.Operators;

/// <summary>How a window's padding is found: the attribute <c>auto_pad</c>.</summary>
internal enum AutoPad
{
    /// <summary>It is given by <c>pads</c>.</summary>
    NotSet,
    /// <summary>There is none.</summary>
    Valid,
    /// <summary>So that the output is the input over the stride, rounded up; an odd element goes to the end.</summary>
    SameUpper,
    /// <summary>As before, but an odd element goes to the beginning.</summary>
    SameLower,
}
