using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The rules for names and labels in item metadata. Each has a page, <c>docs/diagnostics/ID.md</c>.</summary>
internal static class MetadataRules
{
    /// <summary>A class name that C# does not take.</summary>
    internal static readonly ProblemRule ClassMalformed = new("MG3001", "ModelGenClass is not a C# class name");

    /// <summary>A namespace that C# does not take.</summary>
    internal static readonly ProblemRule NamespaceMalformed = new("MG3002", "ModelGenNamespace is not a C# namespace");

    /// <summary>Labels that are empty or can't be told apart from something else.</summary>
    internal static readonly ProblemRule LabelsUnreadable = new("MG3004", "The labels can't be read");

    /// <summary>More or fewer labels than classes.</summary>
    internal static readonly ProblemRule LabelCountDiffers = new("MG3011", "The number of labels differs from the number of classes");

    /// <summary>A ModelGenResult that says something unknown.</summary>
    internal static readonly ProblemRule ResultUnknown = new("MG3013", "ModelGenResult is not understood");

    /// <summary>A ModelGenResult that the model's output can't be read as.</summary>
    internal static readonly ProblemRule ResultDoesNotFit = new("MG3014", "The model has no such result");

    /// <summary>A ModelGenPrecision that says something unknown.</summary>
    internal static readonly ProblemRule PrecisionUnknown = new("MG3015", "ModelGenPrecision is not understood");

    /// <summary>All of these, by ID.</summary>
    internal static readonly EquatableArray<ProblemRule> All = new(
        [ClassMalformed, NamespaceMalformed, LabelsUnreadable, LabelCountDiffers, ResultUnknown, ResultDoesNotFit, PrecisionUnknown]);
}
