namespace ModelGen.Onnx;

/// <summary>Refuses files that can be read here, by seeking, but not be loaded where they run.</summary>
internal sealed class FileSizeCheck : IModelCheck
{
    // Protobuf counts bytes in 32-bit signed numbers. ONNX Runtime 1.31.1 loads a file of 2,147,483,532 bytes and refuses one of 2.7 GB
    // with "Protobuf parsing failed".
    private const long Most = int.MaxValue;

    /// <inheritdoc/>
    public void Run(ParsedModel model, ProblemBag problems, CancellationToken cancellation)
    {
        if (model.FileLength > Most)
        {
            problems.Add(Rules.FileTooLarge, FormattableString.Invariant(
                $"The file has {model.FileLength:N0} bytes, but ONNX Runtime loads at most {Most:N0} in one file. ")
                + "Save it with its weights in a file of their own: onnx.save_model(model, path, save_as_external_data=True).");
        }
    }
}
