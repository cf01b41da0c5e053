namespace ModelGen.Engines;

/// <summary>Finds a model's file and makes sure that it is the one the class was generated from.</summary>
internal static class ModelFile
{
    /// <summary>The full path of the model's file.</summary>
    /// <exception cref="ModelGenException">The file is missing, unreadable or another one.</exception>
    public static string Find(ModelInfo info, ModelOptions options)
    {
        string path = Path.GetFullPath(options.ModelPath ?? info.FileName, AppContext.BaseDirectory);
        if (!File.Exists(path))
            throw Missing(info, path);
        if (options.VerifyModelFile)
            Verify(info, path);
        return path;
    }

    private static void Verify(ModelInfo info, string path)
    {
        string actual = Hash(info, path);
        if (actual != info.Sha256)
        {
            throw new ModelGenException(
                "The model's file is not the one that its class was generated from",
                expected: "SHA-256 " + info.Sha256,
                actual: actual,
                where: $"model '{info.Name}', '{path}'",
                remedy: "Rebuild the project with the new file, so that shapes and preprocessing are checked again, or put the old file back.");
        }
    }

    private static string Hash(ModelInfo info, string path)
    {
        try
        {
            return FileHash.Sha256(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelGenException(
                "The model's file can't be read",
                actual: e.Message,
                where: $"model '{info.Name}', '{path}'",
                remedy: "Give the program's user the right to read it, and make sure that no other program writes it.",
                innerException: e);
        }
    }

    private static ModelGenException Missing(ModelInfo info, string path) => new(
        "The model's file is missing",
        expected: $"'{path}' with SHA-256 {info.Sha256}",
        actual: Directory.Exists(path) ? "a folder of that name" : null,
        where: $"model '{info.Name}'",
        remedy: "The build copies every .onnx of AdditionalFiles to the output folder: build or publish again and take the whole " +
                "output folder along, or say where the file lies with ModelOptions.ModelPath.");
}
