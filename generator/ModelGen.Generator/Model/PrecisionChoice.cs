using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Reads <c>ModelGenPrecision</c>.</summary>
internal static class PrecisionChoice
{
    private static readonly Dictionary<string, PrecisionSpec> s_words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["fp32"] = new("Float32", "32-bit floats"),
        ["fp16"] = new("Float16", "16-bit floats"),
        ["bf16"] = new("BFloat16", "bfloat16"),
        ["int8"] = new("Int8", "8-bit integers"),
    };

    /// <summary>All that the setting can mean.</summary>
    internal static IEnumerable<PrecisionSpec> All => s_words.Values;

    internal static PrecisionSpec? Choose(ModelItem item, ProblemList problems)
    {
        if (item.Precision.Length == 0)
            return null;
        if (s_words.TryGetValue(item.Precision, out PrecisionSpec? precision))
            return precision;
        problems.Add(
            MetadataRules.PrecisionUnknown,
            $"ModelGenPrecision=\"{Printable.Line(item.Precision, 100)}\" is none of: {string.Join(", ", s_words.Keys)}.{NearestName.Hint(item.Precision.ToLowerInvariant(), [.. s_words.Keys])}");
        return null;
    }
}
