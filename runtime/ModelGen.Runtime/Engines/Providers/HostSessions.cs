using System.Diagnostics;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>Loads a model whose tensors stay in the caller's memory.</summary>
internal static class HostSessions
{
    /// <summary>Opens the recipe.</summary>
    public static LoadedModel Load(LoadRequest request, SessionRecipe recipe, int calls, CancellationToken cancellationToken)
    {
        request.Tell(EnginePhase.Loading, $"'{request.ModelPath}' on {recipe.Provider}");
        long start = Stopwatch.GetTimestamp();
        InferenceSession session = StrictNodes.Open(request, recipe, cancellationToken);
        EngineReport report = new()
        {
            Provider = recipe.Provider,
            MaxCalls = calls,
            LoadTime = Stopwatch.GetElapsedTime(start),
        };
        return new LoadedModel(new Backend([new BoundSession(session, HostMemoryPlan.Instance)], calls), report);
    }
}
