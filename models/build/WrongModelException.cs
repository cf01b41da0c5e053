namespace ModelGen.Models;

/// <summary>A file was written, and is not what it has to be.</summary>
internal sealed class WrongModelException(string message) : Exception(message);
