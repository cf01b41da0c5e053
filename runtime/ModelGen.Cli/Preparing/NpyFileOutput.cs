using ModelGen.Onnx;

namespace ModelGen.Cli;

/// <summary>Writes a tensor to the file that the command line names.</summary>
internal static class NpyFileOutput
{
    /// <summary>Writes it, whole or not at all; the folder is made if it is not there.</summary>
    /// <exception cref="UserFault">The file can't be written.</exception>
    internal static void Write(string path, PreparedTensor tensor)
    {
        string name = Path.GetFileName(path);
        if (name.Length == 0 || Directory.Exists(path))
            throw new UserFault($"--out should name a file, as tensor.npy, but {Printable.Quote(path)} is a folder.");
        string folder = Path.GetDirectoryName(path) is { Length: > 0 } parent ? parent : ".";
        new OutputFolder(folder).Write(name, stream => NpyWriter.Write(stream, tensor.Type, tensor.Shape, tensor.Data));
    }
}
