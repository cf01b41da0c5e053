namespace ModelGen.Onnx;

/// <summary>An opened model.</summary>
internal sealed class ModelFile(Stream stream, long length, string? folder, bool ownsStream) : IDisposable
{
    /// <summary>The bytes, seekable.</summary>
    public Stream Stream { get; } = stream;

    /// <summary>How many there are.</summary>
    public long Length { get; } = length;

    /// <summary>The folder of the model, full path; null for a stream.</summary>
    public string? Folder { get; } = folder;

    /// <summary>Opens a file for reading, sharing it with everybody.</summary>
    /// <exception cref="ReadingException">It is missing, empty, or can't be opened.</exception>
    public static ModelFile Open(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw Unreadable(path, Directory.Exists(path)
                    ? "it is a folder. Name the .onnx file in it."
                    : "there is no such file. Check the path, and whether the file was left out of the checkout.");
            }
            // Before opening: a named pipe has length 0 and would block for ever.
            if (file.Length == 0)
                throw new ReadingException(Rules.Empty, $"{Printable.Quote(file.Name)} has no bytes. Download or export the model again.");

            // The reader buffers by itself; a second buffer would read more than it is asked for after each seek.
            var stream = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            return new ModelFile(stream, stream.Length, file.DirectoryName, ownsStream: true);
        }
        catch (Exception exception) when (IsInputOutput(exception))
        {
            throw Unreadable(path, exception.Message);
        }
    }

    /// <summary>Whether an exception says that a file or path is at fault rather than this code.</summary>
    public static bool IsInputOutput(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException
            or System.Security.SecurityException;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (ownsStream)
            Stream.Dispose();
    }

    private static ReadingException Unreadable(string? path, string why) =>
        new(Rules.Unreadable, $"The model {Printable.Quote(path)} can't be read: {why}");
}
