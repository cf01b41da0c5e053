namespace ModelGen;

/// <summary>Marks a class that was generated from an ONNX file.</summary>
/// <param name="fileName">The file, below the program's folder.</param>
/// <param name="sha256">The file's SHA-256 in lower-case hexadecimal.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnnxModelAttribute(string fileName, string sha256) : Attribute
{
    /// <summary>The file, below the program's folder.</summary>
    public string FileName { get; } = fileName;

    /// <summary>The file's SHA-256 in lower-case hexadecimal.</summary>
    public string Sha256 { get; } = sha256;
}
