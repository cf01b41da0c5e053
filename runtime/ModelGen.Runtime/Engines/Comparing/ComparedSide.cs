using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>A side of a comparison with its session.</summary>
internal sealed class ComparedSide : IDisposable
{
    private readonly SideSession _side;
    private readonly SideRun _run;

    /// <summary>Loads it.</summary>
    /// <exception cref="ModelGenException">The model can't be found or loaded.</exception>
    public ComparedSide(ModelInfo info, EngineVariant variant, CancellationToken cancellation)
    {
        (Variant, Info) = (variant, variant.Info ?? info);
        // A path in the options is that of the model itself, not of another one.
        Options = variant.Info is null ? variant.Options : variant.Options with { ModelPath = null };
        Path = ModelFile.Find(Info, Options);
        _side = SideSession.Open(Info, Options, Path, _ => { });
        _run = new SideRun(Session, Info.Name, cancellation);
    }

    public EngineVariant Variant { get; }

    public ModelInfo Info { get; }

    public ModelOptions Options { get; }

    public string Path { get; }

    public InferenceSession Session => _side.Session;

    /// <summary>Runs it; ONNX Runtime makes the outputs.</summary>
    public IDisposableReadOnlyCollection<OrtValue> Run(InputFeed feed, IReadOnlyCollection<string> outputs) => _run.Run(feed, outputs);

    /// <inheritdoc/>
    public void Dispose()
    {
        _run.Dispose();
        _side.Dispose();
    }
}
