namespace ModelGen;

/// <summary>A loaded model whose class has one shared default instance.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public abstract class Model<TSelf> : Model where TSelf : Model<TSelf>, IModel<TSelf>
{
    private static readonly Lock s_gate = new();
    private static TSelf? s_default;
    private static ModelOptions s_options = new();

    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected Model(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <summary>The shared instance that static calls use. It is loaded at the first use and lives as long as the program.</summary>
    /// <exception cref="ModelGenException">The model can't be loaded. The next use tries again.</exception>
    public static TSelf Default => Volatile.Read(ref s_default) ?? CreateDefault();

    /// <summary>How <see cref="Default"/> is loaded. To be set before its first use, at the start of the program.</summary>
    /// <exception cref="InvalidOperationException">The shared instance is there already, and would not follow.</exception>
    public static ModelOptions DefaultOptions
    {
        get
        {
            lock (s_gate)
                return s_options;
        }
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (s_gate)
            {
                if (s_default is not null)
                {
                    throw new InvalidOperationException(
                        $"The shared instance of '{TSelf.Info.Name}' is loaded already, so that other options would have no effect. " +
                        $"Set {typeof(TSelf).Name}.DefaultOptions before the first static call, or make an instance of your own with new {typeof(TSelf).Name}(options).");
                }
                s_options = value;
            }
        }
    }

    /// <summary>Loads a model without holding the caller's thread, on one of its own: an engine may take minutes to build.</summary>
    /// <param name="options">How to load it; null for the defaults.</param>
    /// <param name="progress">Is told of each phase, beside <see cref="ModelOptions.Progress"/>.</param>
    /// <param name="cancellationToken">Ends the loading as soon as ONNX Runtime can stop.</param>
    /// <exception cref="ModelGenException">The model can't be loaded.</exception>
    public static Task<TSelf> LoadAsync(ModelOptions? options = null, IProgress<EngineProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        options = (options ?? new ModelOptions()) with { LoadCancellation = cancellationToken };
        if (progress is not null)
            options = options with { Progress = BothProgress.Of(options.Progress, progress) };
        return Task.Factory.StartNew(
            () => TSelf.Create(options), cancellationToken, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    // Not Lazy<T>: it would remember a failure for ever, and a missing file can be put in place while the program runs.
    private static TSelf CreateDefault()
    {
        lock (s_gate)
        {
            TSelf model = s_default ?? TSelf.Create(s_options);
            Volatile.Write(ref s_default, model);
            return model;
        }
    }
}
