using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Reads the files of <c>--input NAME=FILE.npy</c>.</summary>
internal static class InputFiles
{
    /// <summary>The arrays by the names of their inputs.</summary>
    /// <exception cref="UserFault">A name is none of the model's, or a file can't be read.</exception>
    internal static Dictionary<string, (string Path, NpyArray Array)> Read(ModelFacts facts, IEnumerable<string> entries)
    {
        Dictionary<string, (string, NpyArray)> files = new(StringComparer.Ordinal);
        foreach (string entry in entries)
        {
            // Names and paths may hold '=' themselves: the longest input's name that fits is meant.
            string? name = facts.Inputs.Select(input => input.Name).Where(name => entry.StartsWith(name + "=", StringComparison.Ordinal)).MaxBy(name => name.Length);
            if (name is null)
            {
                throw new UserFault($"The model has no input {Printable.Quote(entry[..entry.IndexOf('=', StringComparison.Ordinal)])}. "
                    + $"Its inputs are {Names(facts)}.");
            }
            string path = entry[(name.Length + 1)..];
            if (!files.TryAdd(name, (path, Read(path))))
                throw new UserFault($"Input {Printable.Quote(name)} is given twice: one --input for each.");
        }
        return files;
    }

    private static NpyArray Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            if (!stream.CanSeek)
                throw new UserFault($"{Printable.Quote(path)} is a pipe or device, where a file is needed. Save the array first.");
            return NpyReader.Read(stream);
        }
        catch (NpyException exception)
        {
            throw new UserFault($"{Printable.Quote(path)} {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserFault($"{Printable.Quote(path)} can't be read: {Printable.Line(exception.Message)} Check the path.", exception);
        }
    }

    private static string Names(ModelFacts facts) => facts.Inputs.Count == 0 ? "none" : string.Join(", ", facts.Inputs.Select(input => Printable.Quote(input.Name)));
}
