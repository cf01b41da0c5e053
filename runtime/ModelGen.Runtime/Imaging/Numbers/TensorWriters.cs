namespace ModelGen;

/// <summary>A pipeline's writers, one for each element type, made when one is first asked for.</summary>
internal sealed class TensorWriters
{
    private readonly ImageSteps _steps;
    private readonly VectorPath _path;
    private TensorWriter<Half>? _halves;
    private TensorWriter<byte>? _bytes;
    private TensorWriter<sbyte>? _signedBytes;

    internal TensorWriters(ImageSteps steps, VectorPath path)
    {
        (_steps, _path) = (steps, path);
        Floats = new TensorWriter<float>(steps, path);
    }

    internal TensorWriter<float> Floats { get; }

    /// <summary>The writer for float, <see cref="Half"/>, byte or sbyte.</summary>
    internal TensorWriter Of<T>()
        where T : unmanaged
    {
        // Two threads may make the same writer at once; both are right.
        if (typeof(T) == typeof(float)) return Floats;
        if (typeof(T) == typeof(Half)) return Volatile.Read(ref _halves) ?? (_halves = new(_steps, _path));
        return typeof(T) == typeof(byte)
            ? Volatile.Read(ref _bytes) ?? (_bytes = new(_steps, _path))
            : Volatile.Read(ref _signedBytes) ?? (_signedBytes = new(_steps, _path));
    }
}
