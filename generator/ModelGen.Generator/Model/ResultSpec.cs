namespace ModelGen.Generator;

/// <summary>How the output of one picture is read.</summary>
/// <remarks>Equality contract: plain values, in all that derive from it.</remarks>
internal abstract record ResultSpec;

/// <summary>Which of its classes a picture shows.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="Scores">A member of the runtime's <c>ScoreKind</c>.</param>
internal sealed record ClassifierSpec(ClassSpec Classes, string Scores) : ResultSpec;

/// <summary>A class for each pixel.</summary>
/// <param name="Classes">The classes.</param>
/// <param name="Shape">Size and layout of the scores, or of the labels.</param>
internal sealed record SegmenterSpec(ClassSpec Classes, MapShapeSpec Shape) : ResultSpec;

/// <summary>A yes or no for each pixel.</summary>
/// <param name="Shape">Size of the scores.</param>
/// <param name="Scores">A member of the runtime's <c>ScoreKind</c>.</param>
internal sealed record MaskSpec(MapShapeSpec Shape, string Scores) : ResultSpec;

/// <summary>A direction in a space of many dimensions.</summary>
/// <param name="Dimensions">Their number.</param>
internal sealed record EmbeddingSpec(int Dimensions) : ResultSpec;
