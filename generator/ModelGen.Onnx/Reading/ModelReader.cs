namespace ModelGen.Onnx;

/// <summary>Reads ONNX files into facts, at compile time and in tools: quick, bounded in time and memory, and safe with files from strangers.</summary>
public static class ModelReader
{
    /// <summary>Reads a file. Bad input becomes problems, never an exception.</summary>
    /// <param name="path">The .onnx file. Its weights are not read; files beside it that hold weights are looked up but never opened.</param>
    /// <param name="fixes">Shapes and dims that the user fixed; their own problems are reported along.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ModelReading Read(string path, ShapeFixes fixes, CancellationToken cancellationToken) =>
        ReadingPipeline.Default.Run(() => ModelFile.Open(path), fixes, cancellationToken);

    /// <summary>Reads a model from a stream. Files beside it are not looked for, but their names are checked.</summary>
    /// <param name="stream">Seekable; read from its beginning, and left open.</param>
    /// <param name="length">The bytes that the model has.</param>
    /// <param name="fixes">Shapes and dims that the user fixed; their own problems are reported along.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="OperationCanceledException">The token asked for it.</exception>
    public static ModelReading Read(Stream stream, long length, ShapeFixes fixes, CancellationToken cancellationToken) =>
        ReadingPipeline.Default.Run(() => new ModelFile(stream, length, folder: null, ownsStream: false), fixes, cancellationToken);
}
