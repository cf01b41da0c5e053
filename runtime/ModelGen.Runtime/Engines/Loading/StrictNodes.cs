using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Opens sessions, and refuses one that leaves nodes to another provider where loading is strict.</summary>
/// <remarks>
/// ONNX Runtime has a setting for it (session.disable_cpu_ep_fallback), but its error names no node, and CUDA taking what TensorRT leaves is fine with it.
/// </remarks>
internal static class StrictNodes
{
    private const int MostExamples = 5;

    /// <summary>Opens the recipe.</summary>
    /// <exception cref="ModelGenException">Loading is strict, and another provider has nodes of the model, or ONNX Runtime can't tell.</exception>
    public static InferenceSession Open(LoadRequest request, SessionRecipe recipe, CancellationToken cancellationToken)
    {
        InferenceSession session = request.Platform.Sessions.Open(request.Adjust(recipe), cancellationToken);
        if (!request.Options.Strict || recipe.Provider == Provider.Cpu)
            return session;
        try
        {
            Check(request, recipe.Provider, request.Platform.Sessions.NodesOf(session));
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private static void Check(LoadRequest request, Provider provider, ImmutableArray<NodeAssignment>? nodes)
    {
        if (nodes is not { } known)
        {
            throw new ModelGenException(
                "Strict loading can't be checked", expected: "an ONNX Runtime that tells which provider took which node", actual: request.Platform.Sessions.Version,
                where: $"model '{request.Info.Name}'", remedy: "Use ONNX Runtime 1.31.1, or leave ModelOptions.Strict off.");
        }
        NodeAssignment[] left = [.. known.Where(node => node.Provider != ProviderNames.Of(provider))];
        if (left.Length == 0)
            return;
        string examples = string.Join(", ", left.Take(MostExamples).Select(node => $"{node.Node} ({node.Operator}) on {node.Provider}"));
        throw new ModelGenException(
            $"{provider} leaves nodes of the model to another provider",
            expected: FormattableString.Invariant($"all {known.Length} nodes on {provider}, since loading is strict"),
            actual: FormattableString.Invariant($"{left.Length} elsewhere: {examples}{(left.Length > MostExamples ? ", …" : "")}"),
            where: $"model '{request.Info.Name}'",
            remedy: "Export the model without these operators, or leave ModelOptions.Strict off: then they run there, at the price of a copy there and back.");
    }
}
