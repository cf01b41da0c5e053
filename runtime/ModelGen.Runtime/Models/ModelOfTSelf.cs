namespace ModelGen;

/// <summary>A loaded model whose class has one shared default instance.</summary>
/// <typeparam name="TSelf">The generated class.</typeparam>
public abstract class Model<TSelf> : Model where TSelf : Model<TSelf>, IModel<TSelf>
{
    private static readonly Lock s_gate = new();
    private static TSelf? s_default;

    /// <inheritdoc cref="Model(ModelInfo, ModelOptions?)"/>
    protected Model(ModelInfo info, ModelOptions? options) : base(info, options) { }

    /// <summary>The shared instance that static calls use. It is loaded at the first use and lives as long as the program.</summary>
    /// <exception cref="ModelGenException">The model can't be loaded. The next use tries again.</exception>
    public static TSelf Default => Volatile.Read(ref s_default) ?? CreateDefault();

    // Not Lazy<T>: it would remember a failure for ever, and a missing file can be put in place while the program runs.
    private static TSelf CreateDefault()
    {
        lock (s_gate)
        {
            TSelf model = s_default ?? TSelf.Create();
            Volatile.Write(ref s_default, model);
            return model;
        }
    }
}
