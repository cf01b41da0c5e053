namespace ModelGen.GpuCheck;

/// <summary>The two models that the program carries in itself.</summary>
internal static class CarriedModels
{
    /// <summary>A small network with an open batch dim, of fully connected layers.</summary>
    public const string Digits = "digits.onnx";

    /// <summary>A small convolutional network with fixed dims.</summary>
    public const string Selfie = "selfie-segmentation.onnx";

    /// <summary>Writes one into a folder.</summary>
    /// <returns>Its path.</returns>
    public static string Write(string name, string folder)
    {
        string path = Path.Join(folder, name);
        using Stream from = typeof(CarriedModels).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The program was built without the resource '{name}'.");
        using FileStream to = File.Create(path);
        from.CopyTo(to);
        return path;
    }
}
