using System.Security.Cryptography;

namespace ModelGen.Onnx;

/// <summary>Computes the hash by which the runtime knows a model's file again.</summary>
public static class ModelHash
{
    /// <summary>The file's SHA-256 in lower-case hexadecimal; empty when it can't be read. It reads the whole file, gigabytes if need be.</summary>
    public static string Sha256(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using SHA256 sha = SHA256.Create();
            return string.Concat(sha.ComputeHash(stream).Select(value => value.ToString("x2", System.Globalization.CultureInfo.InvariantCulture)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
