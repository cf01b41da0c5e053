namespace ModelGen.Onnx;

/// <summary>Operator set domains. The standard one may be spelt <c>ai.onnx</c> or be left empty (docs/IR.md of ONNX).</summary>
internal static class Domains
{
    /// <summary>The standard domain's full spelling.</summary>
    public const string Standard = "ai.onnx";

    /// <summary>Whether both spellings mean the standard domain.</summary>
    public static bool IsStandard(string domain) => domain.Length == 0 || domain == Standard;

    /// <summary>The one spelling that facts use.</summary>
    public static string Normalize(string domain) => IsStandard(domain) ? Standard : domain;
}
