using Microsoft.Extensions.Logging;

namespace ModelGen.Engines;

/// <summary>What is to be loaded, and how.</summary>
internal sealed record LoadRequest
{
    /// <summary>The model, as it was compiled into the program.</summary>
    public required ModelInfo Info { get; init; }

    /// <summary>The user's wishes.</summary>
    public required ModelOptions Options { get; init; }

    /// <summary>The model's file, found and checked.</summary>
    public required string ModelPath { get; init; }

    /// <summary>The model's log.</summary>
    public required ILogger Logger { get; init; }

    /// <summary>What is native: ONNX Runtime and the GPU.</summary>
    public required NativePlatform Platform { get; init; }

    /// <summary>Changes a recipe before it is opened, as profiling does.</summary>
    public Func<SessionRecipe, SessionRecipe> Adjust { get; init; } = recipe => recipe;

    /// <summary>The precision asked for; what the options say stands above what the project says.</summary>
    public Precision Precision => Options.Precision ?? Info.Precision;

    /// <summary>The names of open dims, each once.</summary>
    public IEnumerable<string> OpenDims => Info.Inputs.Select(input => input.OpenDim).OfType<string>().Distinct();

    /// <summary>A recipe with all that does not hang on the provider.</summary>
    public SessionRecipe Recipe(Provider provider)
    {
        SessionRecipe recipe = new()
        {
            ModelPath = ModelPath,
            Provider = provider,
            FixedDims = Info.FixedDims,
            IntraOpThreads = Options.IntraOpThreads,
            Configure = Options.ConfigureSession,
        };
        if (Options.AllowSpinning is { } spins)
        {
            // Both pools: the second one is there in parallel execution mode only.
            recipe = recipe.WithSession("session.intra_op.allow_spinning", spins ? "1" : "0").WithSession("session.inter_op.allow_spinning", spins ? "1" : "0");
        }
        return provider == Provider.Cpu ? recipe : recipe.WithSession(NativeNodes.Setting, "1");
    }

    /// <summary>Tells of a phase.</summary>
    public void Tell(EnginePhase phase, string detail) => Options.Progress?.Report(new EngineProgress(phase, TimeSpan.Zero, null, detail));
}
