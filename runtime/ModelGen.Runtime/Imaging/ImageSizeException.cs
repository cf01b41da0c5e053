namespace ModelGen;

/// <summary>A picture's size is not the tensor's, and no step says how to get from one to the other.</summary>
public sealed class ImageSizeException : ArgumentException
{
    /// <summary>An exception with a message.</summary>
    public ImageSizeException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and the parameter that holds the picture.</summary>
    public ImageSizeException(string message, string? paramName)
        : base(message, paramName)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    public ImageSizeException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An exception without a message.</summary>
    public ImageSizeException()
    {
    }
}
