using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>The classes' names, in the model's order, or what keeps them from being read.</summary>
/// <remarks>Equality contract: plain values.</remarks>
/// <param name="Labels">Null when there are none to be had; with no problem that means that the file says nothing of labels.</param>
/// <param name="Problem">What is wrong; null when nothing is.</param>
internal sealed record LabelsResult(EquatableArray<string>? Labels, Problem? Problem)
{
    /// <summary>Labels.</summary>
    internal static LabelsResult Of(IEnumerable<string> labels) => new(new EquatableArray<string>(labels), null);

    /// <summary>Labels that can't be read.</summary>
    internal static LabelsResult Unreadable(string message) => new(null, new Problem(MetadataRules.LabelsUnreadable, message));
}
