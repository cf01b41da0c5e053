using System.Text;

namespace ModelGen;

/// <summary>Base of the errors that ModelGen's runtime throws. Each says what was expected, what came, where, and what to do.</summary>
/// <remarks>
/// An argument that is wrong by itself (a null, an index outside its axis) throws the .NET exception for it, as it would anywhere else in .NET.
/// </remarks>
public class ModelGenException : Exception
{
    /// <summary>Composes the message from its parts; each part is there again as a property.</summary>
    /// <param name="problem">What went wrong, as the beginning of a sentence, without its full stop.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What came instead.</param>
    /// <param name="where">The model, tensor or file that it concerns.</param>
    /// <param name="remedy">What to do next, as full sentences.</param>
    /// <param name="innerException">The error underneath.</param>
    public ModelGenException(
        string problem, string? expected = null, string? actual = null, string? where = null, string? remedy = null,
        Exception? innerException = null)
        : base(Compose(problem, expected, actual, where, remedy), innerException)
    {
        Problem = problem;
        Expected = expected;
        Actual = actual;
        Where = where;
        Remedy = remedy;
    }

    /// <summary>What went wrong.</summary>
    public string Problem { get; }

    /// <summary>What would have been right.</summary>
    public string? Expected { get; }

    /// <summary>What came instead.</summary>
    public string? Actual { get; }

    /// <summary>The model, tensor or file that it concerns.</summary>
    public string? Where { get; }

    /// <summary>What to do next.</summary>
    public string? Remedy { get; }

    private static string Compose(string problem, string? expected, string? actual, string? where, string? remedy)
    {
        var text = new StringBuilder(problem);
        if (where is not null)
            text.Append(" (").Append(where).Append(')');
        if (expected is not null)
            text.Append(": expected ").Append(expected);
        if (actual is not null)
            text.Append(expected is null ? ": got " : ", got ").Append(actual);
        text.Append('.');
        if (remedy is not null)
            text.Append(' ').Append(remedy);
        return text.ToString();
    }
}
