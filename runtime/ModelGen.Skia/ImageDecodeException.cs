namespace ModelGen;

/// <summary>An image file could not be decoded. The message names the file, what was expected, what came and what to do.</summary>
public sealed class ImageDecodeException : Exception
{
    /// <summary>Creates an exception.</summary>
    public ImageDecodeException() : this("The image could not be decoded.")
    {
    }

    /// <summary>Creates an exception with a message.</summary>
    /// <param name="message">File, what was expected, what came, what to do.</param>
    public ImageDecodeException(string message) : base(message)
    {
    }

    /// <summary>Creates an exception with a message and a cause.</summary>
    /// <param name="message">File, what was expected, what came, what to do.</param>
    /// <param name="innerException">The cause.</param>
    public ImageDecodeException(string message, Exception? innerException) : base(message, innerException)
    {
    }
}
