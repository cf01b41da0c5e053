using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx;

/// <summary>Operator set domains. The standard one may be spelt <c>ai.onnx</c> or be left empty (docs/IR.md of ONNX).</summary>
internal static class Domains
{
    /// <summary>The standard domain's full spelling.</summary>
    public const string Standard = "ai.onnx";

    /// <summary>Operators of classical machine learning.</summary>
    public const string MachineLearning = "ai.onnx.ml";

    /// <summary>ONNX Runtime's own operators.</summary>
    public const string Microsoft = "com.microsoft";

    /// <summary>Convolutions on blocked channels, in files that ONNX Runtime optimised for one machine.</summary>
    public const string MicrosoftNchwc = "com.microsoft.nchwc";

    /// <summary>Standard operators with channels last, in files that ONNX Runtime optimised for an accelerator.</summary>
    public const string MicrosoftNhwc = "com.ms.internal.nhwc";

    /// <summary>Whether both spellings mean the standard domain.</summary>
    public static bool IsStandard(string domain) => domain.Length == 0 || domain == Standard;

    /// <summary>Whether a node only holds a value: an initializer in another spelling.</summary>
    public static bool IsConstant(NodeProto node) => node.OpType == "Constant" && IsStandard(node.Domain);

    /// <summary>The one spelling that facts use.</summary>
    public static string Normalize(string domain) => IsStandard(domain) ? Standard : domain;
}
