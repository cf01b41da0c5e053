using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Says which nodes a GPU's provider has left to the CPU: each costs a copy there and back, and ONNX Runtime does not say so by itself.</summary>
internal static class LeftNodes
{
    private const int MostExamples = 5;

    /// <summary>A remark for the report, which is a warning in the log too; none where the GPU computes everything, or nothing is known.</summary>
    public static ImmutableArray<string> Remarks(LoadRequest request, BoundSession session)
    {
        if (request.Platform.Sessions.NodesOf(session.Session) is not { IsEmpty: false } nodes)
            return [];
        NodeAssignment[] left = [.. nodes.Where(node => node.Provider == ProviderNames.Cpu)];
        if (left.Length == 0)
            return [];
        string examples = string.Join(", ", left.Take(MostExamples).Select(node => $"{node.Node} ({node.Operator})"));
        LoadLog.NodesLeft(request.Logger, request.Info.Name, left.Length, nodes.Length, examples);
        return [FormattableString.Invariant($"{left.Length} of {nodes.Length} nodes are left to the CPU: {examples}{(left.Length > MostExamples ? ", …" : "")}. Engine.Nodes() lists all; ModelOptions.Strict refuses that.")];
    }
}
