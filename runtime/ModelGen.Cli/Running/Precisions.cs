extern alias runtime;

using runtime::ModelGen;

namespace ModelGen.Cli;

/// <summary>Precisions as they are written on the command line, and in a project's <c>ModelGenPrecision</c>.</summary>
internal static class Precisions
{
    private static readonly Dictionary<string, Precision> s_values = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fp32"] = Precision.Float32,
        ["fp16"] = Precision.Float16,
        ["bf16"] = Precision.BFloat16,
        ["int8"] = Precision.Int8,
    };

    /// <summary>The names.</summary>
    internal static IEnumerable<string> Names => s_values.Keys;

    /// <summary>The precision of a name, in any case; null for another word.</summary>
    internal static Precision? Parse(string name) => s_values.TryGetValue(name, out Precision precision) ? precision : null;
}
