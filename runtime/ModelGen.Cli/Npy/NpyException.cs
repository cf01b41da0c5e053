namespace ModelGen.Cli;

/// <summary>A file is not an array that can be read. The message is the end of a sentence about the file.</summary>
internal sealed class NpyException(string message) : Exception(message);
