namespace ModelGen;

/// <summary>More calls came than the model may run and keep waiting.</summary>
/// <remarks>A server answers with 503 or 429 then; the same call may succeed later.</remarks>
public sealed class ModelBusyException : ModelGenException
{
    /// <summary>Composes the message from its parts.</summary>
    /// <param name="problem">What went wrong, as the beginning of a sentence, without its full stop.</param>
    /// <param name="expected">How many calls there may be.</param>
    /// <param name="actual">How many there were, or how long it waited.</param>
    /// <param name="where">The model.</param>
    /// <param name="remedy">What to do next.</param>
    public ModelBusyException(string problem, string expected, string actual, string? where, string? remedy)
        : base(problem, expected, actual, where, remedy)
    {
    }
}
