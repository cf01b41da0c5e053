namespace ModelGen.Engines;

/// <summary>One side of a comparison: a provider with its settings, and perhaps another model file.</summary>
/// <param name="Name">What it is called in the results: <c>tensorrt;precision=fp16</c>.</param>
/// <param name="Options">How it is loaded.</param>
public sealed record EngineVariant(string Name, ModelOptions Options)
{
    /// <summary>Another model, as one that was quantised, with the same inputs; null for the same one.</summary>
    public ModelInfo? Info { get; init; }

    /// <summary>Reads a provider with settings: <c>cpu</c>, <c>cpu;optimization=off</c>, <c>tensorrt;precision=fp16</c>, <c>cuda;tf32=off;device=1</c>.</summary>
    /// <remarks>
    /// Settings are separated by <c>;</c>: <c>optimization</c> (off, basic, extended, all), <c>precision</c> (fp32, fp16, bf16, int8), <c>threads</c>, <c>tf32</c> (on, off)
    /// and <c>device</c>. With providers other than the CPU any other one is handed to the provider in its own words.
    /// </remarks>
    /// <param name="text">The provider and its settings.</param>
    /// <param name="options">What holds for all sides; null for the usual way.</param>
    /// <exception cref="FormatException">The text is none of that; the message says what is.</exception>
    public static EngineVariant Parse(string text, ModelOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        string[] parts = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts[0].Contains('=', StringComparison.Ordinal))
            throw new FormatException($"'{text}' has no provider: write it first, as in cpu;optimization=off.");
        ModelOptions own = (options ?? new ModelOptions()) with { Provider = Provider.Parse(parts[0]) };
        foreach (string setting in parts.Skip(1))
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || equals == setting.Length - 1)
                throw new FormatException($"The setting '{setting}' of '{text}' is not NAME=VALUE, as in precision=fp16.");
            own = VariantSettings.Apply(own, setting[..equals].TrimEnd(), setting[(equals + 1)..].TrimStart());
        }
        return new EngineVariant(text.Trim(), own);
    }
}
