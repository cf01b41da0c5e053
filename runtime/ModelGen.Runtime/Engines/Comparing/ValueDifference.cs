namespace ModelGen.Engines;

/// <summary>How far one output, or one value inside the graph, is from the reference's, over all samples.</summary>
/// <remarks>
/// An element's relative error is its absolute one divided by the reference's magnitude there, or by the root mean square of the reference's whole value where that is
/// larger: else every number near 0 would be infinitely wrong. Elements that are NaN on both sides, or the same infinity, agree; NaN or infinity on one side alone
/// is an infinite error.
/// </remarks>
public sealed record ValueDifference
{
    /// <summary>The name in the ONNX file.</summary>
    public required string Name { get; init; }

    /// <summary>Elements that were compared, over all samples.</summary>
    public required long Elements { get; init; }

    /// <summary>Elements that are not equal.</summary>
    public required long Different { get; init; }

    /// <summary>The largest difference.</summary>
    public required double MaxAbsolute { get; init; }

    /// <summary>The mean of the differences.</summary>
    public required double MeanAbsolute { get; init; }

    /// <summary>The largest relative error.</summary>
    public required double MaxRelative { get; init; }

    /// <summary>The mean of the relative errors.</summary>
    public required double MeanRelative { get; init; }

    /// <summary>The cosine of the angle between both sides, that of the worst sample; 1 for equal directions. NaN where a side has no numbers.</summary>
    public required double Cosine { get; init; }

    /// <summary>The part of all positions where both sides have the largest score at the same class, 0 to 1; null for values that are no scores.</summary>
    public required double? TopAgreement { get; init; }

    /// <summary>The axis along which the largest score was sought; null where none was.</summary>
    public required int? ClassAxis { get; init; }

    /// <summary>NaN and infinities of the reference.</summary>
    public required long NotFiniteInReference { get; init; }

    /// <summary>NaN and infinities of the other side.</summary>
    public required long NotFinite { get; init; }

    /// <summary>Why numbers could not be compared, in words: other shapes, an output that is missing; null when they could.</summary>
    public required string? Mismatch { get; init; }

    /// <summary>Whether everything could be compared and no relative error is larger.</summary>
    public bool IsWithin(double tolerance) => Mismatch is null && MaxRelative <= tolerance;
}
