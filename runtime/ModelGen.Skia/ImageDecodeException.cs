namespace ModelGen;

/// <summary>An image file could not be decoded. The message names the file, what was expected, what came and what to do.</summary>
public sealed class ImageDecodeException : ModelGenException
{
    /// <summary>Composes the message from its parts; each part is there again as a property.</summary>
    /// <param name="problem">What went wrong, as the beginning of a sentence, without its full stop.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="actual">What came instead.</param>
    /// <param name="where">The file.</param>
    /// <param name="remedy">What to do next, as full sentences.</param>
    /// <param name="innerException">The error underneath.</param>
    public ImageDecodeException(
        string problem, string? expected = null, string? actual = null, string? where = null, string? remedy = null,
        Exception? innerException = null)
        : base(problem, expected, actual, where, remedy, innerException)
    {
    }
}
