namespace ModelGen;

/// <summary>Data, or another shape, that does not fit the shape a type promises.</summary>
public sealed class ShapeMismatchException : ModelGenException
{
    /// <summary>Composes the message from its parts.</summary>
    /// <param name="problem">What went wrong, as the beginning of a sentence, without its full stop.</param>
    /// <param name="expected">The length or shape that would have been right.</param>
    /// <param name="actual">The length or shape that came.</param>
    /// <param name="where">The tensor that it concerns.</param>
    /// <param name="remedy">What to do next.</param>
    public ShapeMismatchException(string problem, string expected, string actual, string? where, string? remedy)
        : base(problem, expected, actual, where, remedy)
    {
    }
}
