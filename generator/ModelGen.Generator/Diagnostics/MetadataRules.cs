using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The rules for item metadata and for the files beside a model. Each has a page, <c>docs/diagnostics/ID.md</c>.</summary>
internal static class MetadataRules
{
    /// <summary>A class name that C# does not take.</summary>
    internal static readonly ProblemRule ClassMalformed = new("MG3001", "ModelGenClass is not a C# class name");

    /// <summary>A namespace that C# does not take.</summary>
    internal static readonly ProblemRule NamespaceMalformed = new("MG3002", "ModelGenNamespace is not a C# namespace");

    /// <summary>Labels that are empty or can't be told apart from something else.</summary>
    internal static readonly ProblemRule LabelsUnreadable = new("MG3004", "The labels can't be read");

    /// <summary>A ModelGenPreprocess that says something unknown.</summary>
    internal static readonly ProblemRule PreprocessMalformed = new("MG3005", "ModelGenPreprocess is not understood");

    /// <summary>A step that would have to be done, and can't be.</summary>
    internal static readonly ProblemRule StepUnsupported = new("MG3006", "A preprocessing step is not supported");

    /// <summary>A result of another size or number of channels than the model takes.</summary>
    internal static readonly ProblemRule PreprocessDoesNotFit = new("MG3007", "The preprocessing does not fit the model's input");

    /// <summary>A file beside the model that is no JSON, or has a value of the wrong kind.</summary>
    internal static readonly ProblemRule SidecarMalformed = new("MG3008", "A file beside the model is malformed");

    /// <summary>More or fewer labels than classes.</summary>
    internal static readonly ProblemRule LabelCountDiffers = new("MG3011", "The number of labels differs from the number of classes");

    /// <summary>A ModelGenResult that says something unknown.</summary>
    internal static readonly ProblemRule ResultUnknown = new("MG3013", "ModelGenResult is not understood");

    /// <summary>A ModelGenResult that the model's output can't be read as.</summary>
    internal static readonly ProblemRule ResultDoesNotFit = new("MG3014", "The model has no such result");

    /// <summary>All of these, by ID.</summary>
    internal static readonly EquatableArray<ProblemRule> All = new(
    [
        ClassMalformed, NamespaceMalformed, LabelsUnreadable, PreprocessMalformed,
        StepUnsupported, PreprocessDoesNotFit, SidecarMalformed, LabelCountDiffers, ResultUnknown, ResultDoesNotFit,
    ]);
}
