using System.Collections.Immutable;
using ModelGen.Engines;

namespace ModelGen;

/// <summary>Where the time of a loaded model goes, and what computes its nodes.</summary>
public static class ModelProfiling
{
    /// <summary>Runs the model in a second session with ONNX Runtime's profiling on. Calls on the model itself go on meanwhile.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How it is profiled; null for 20 runs on random numbers.</param>
    /// <param name="cancellationToken">Stops a run under way.</param>
    /// <exception cref="ModelGenException">The model can't be loaded again, or run.</exception>
    public static EngineProfile Profile(this Model model, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Engine.Profile(options, cancellationToken);
    }

    /// <inheritdoc cref="Profile(Model, ProfileOptions?, CancellationToken)"/>
    public static EngineProfile Profile(this Engine engine, ProfileOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(engine);
        return Profiler.Profile(engine.Info, engine.Options, engine.ModelPath, options ?? new ProfileOptions(), cancellationToken);
    }

    /// <summary>Which provider computes each node, in the order in which ONNX Runtime gave them away.</summary>
    /// <remarks>
    /// From a second session, which is loaded for it and then gone. The nodes are the model's own after ONNX Runtime's first optimisations, also those that a
    /// provider compiles into one. Where ONNX Runtime has no list of them, the model is run once on random numbers and the nodes that ran are shown, without domains.
    /// </remarks>
    /// <exception cref="ModelGenException">The model can't be loaded again.</exception>
    public static ImmutableArray<NodeAssignment> Nodes(this Engine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        using (SideSession side = SideSession.Open(engine.Info, engine.Options, engine.ModelPath, _ => { }))
        {
            if (NativeNodes.TryRead(side.Session) is { } nodes)
                return nodes;
        }
        return [.. engine.Profile(new ProfileOptions { Runs = 1, Warmup = 0 }).Nodes.Select(node => new NodeAssignment(node.Name, node.Operator, "", node.Provider))];
    }
}
