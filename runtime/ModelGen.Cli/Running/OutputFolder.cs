using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>The folder that results go to.</summary>
internal sealed class OutputFolder
{
    private readonly string _path;

    /// <summary>Makes the folder if it is not there.</summary>
    /// <exception cref="UserFault">It can't be made.</exception>
    internal OutputFolder(string path)
    {
        try
        {
            _path = Directory.CreateDirectory(path).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserFault($"The folder {Printable.Quote(path)} can't be made: {Printable.Line(exception.Message)} Name another one with --out.", exception);
        }
    }

    /// <summary>Writes one file, whole or not at all.</summary>
    /// <param name="name">Its name, without folders.</param>
    /// <param name="content">Writes the content.</param>
    /// <exception cref="UserFault">It can't be written.</exception>
    internal void Write(string name, Action<Stream> content)
    {
        string temporary = Path.Combine(_path, $".modelgen-{Guid.NewGuid():N}.tmp");
        try
        {
            using (FileStream stream = new(temporary, FileMode.CreateNew, FileAccess.Write))
                content(stream);
            // Takes the place of a link instead of following it out of the folder.
            File.Move(temporary, Path.Combine(_path, name), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UserFault($"{Printable.Quote(name)} can't be written to {Printable.Quote(_path)}: {Printable.Line(exception.Message)}", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
