using System.Globalization;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Puts one setting of a variant's text into its options.</summary>
internal static class VariantSettings
{
    /// <summary>The options with the setting.</summary>
    /// <exception cref="FormatException">There is no such setting, or it takes other values.</exception>
    public static ModelOptions Apply(ModelOptions options, string name, string value) => name.ToLowerInvariant() switch
    {
        "optimization" => Optimize(options, Choose(name, value, s_levels)),
        "precision" => options with { Precision = Choose(name, value, s_precisions) },
        "threads" => options with { IntraOpThreads = Number(name, value, 1) },
        "tf32" => options with { Cuda = options.Cuda with { AllowTF32 = Choose(name, value, s_switches) } },
        "device" => options with { Cuda = options.Cuda with { DeviceId = Number(name, value, 0) } },
        _ when options.Provider != Provider.Cpu => options with { ProviderSettings = options.ProviderSettings.SetItem(name, value) },
        _ => throw new FormatException($"The CPU has no setting '{name}': there are optimization, precision and threads."),
    };

    /// <summary>The options with another level of ONNX Runtime's graph optimisations.</summary>
    public static ModelOptions Optimize(ModelOptions options, GraphOptimizationLevel level)
    {
        Action<SessionOptions>? before = options.ConfigureSession;
        return options with
        {
            ConfigureSession = session =>
            {
                before?.Invoke(session);
                session.GraphOptimizationLevel = level;
            },
        };
    }

    private static readonly (string Name, GraphOptimizationLevel Value)[] s_levels =
    [
        ("off", GraphOptimizationLevel.ORT_DISABLE_ALL), ("basic", GraphOptimizationLevel.ORT_ENABLE_BASIC),
        ("extended", GraphOptimizationLevel.ORT_ENABLE_EXTENDED), ("all", GraphOptimizationLevel.ORT_ENABLE_ALL),
    ];

    private static readonly (string Name, Precision Value)[] s_precisions =
        [("fp32", Precision.Float32), ("fp16", Precision.Float16), ("bf16", Precision.BFloat16), ("int8", Precision.Int8)];

    private static readonly (string Name, bool Value)[] s_switches = [("on", true), ("off", false)];

    private static T Choose<T>(string name, string value, (string Name, T Value)[] choices)
    {
        foreach ((string choice, T result) in choices)
        {
            if (string.Equals(choice, value, StringComparison.OrdinalIgnoreCase))
                return result;
        }
        throw new FormatException($"The setting '{name}' takes {string.Join(", ", choices.Select(choice => choice.Name))}; '{value}' came.");
    }

    private static int Number(string name, string value, int least) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least
            ? number
            : throw new FormatException($"The setting '{name}' takes a whole number from {least}; '{value}' came.");
}
