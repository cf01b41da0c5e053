using ModelGen.Onnx;

namespace ModelGen.Preprocessing;

/// <summary>The rules for what says how pictures are prepared. Each has a page, <c>docs/diagnostics/ID.md</c>.</summary>
internal static class PreprocessingRules
{
    /// <summary>A ModelGenPreprocess that says something unknown.</summary>
    internal static readonly ProblemRule PreprocessMalformed = new("MG3005", "ModelGenPreprocess is not understood");

    /// <summary>A step that would have to be done, and can't be.</summary>
    internal static readonly ProblemRule StepUnsupported = new("MG3006", "A preprocessing step is not supported");

    /// <summary>A result of another size or number of channels than the model takes.</summary>
    internal static readonly ProblemRule PreprocessDoesNotFit = new("MG3007", "The preprocessing does not fit the model's input");

    /// <summary>A file beside the model that is no JSON, or has a value of the wrong kind.</summary>
    internal static readonly ProblemRule SidecarMalformed = new("MG3008", "A file beside the model is malformed");

    /// <summary>All of these, by ID.</summary>
    internal static readonly EquatableArray<ProblemRule> All = new([PreprocessMalformed, StepUnsupported, PreprocessDoesNotFit, SidecarMalformed]);
}
