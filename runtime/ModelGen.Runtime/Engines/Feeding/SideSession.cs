using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>A further session of a model, beside the one that answers calls: with the same provider and settings, and some of its own.</summary>
internal static class SideSession
{
    /// <summary>Loads it.</summary>
    /// <param name="info">The model.</param>
    /// <param name="options">How it is loaded otherwise.</param>
    /// <param name="path">The file, found and verified.</param>
    /// <param name="configure">Sets what is special about it, after the settings of the program's own.</param>
    /// <exception cref="ModelGenException">ONNX Runtime refuses it, or the provider that was named takes none of its nodes.</exception>
    public static InferenceSession Open(ModelInfo info, ModelOptions options, string path, Action<SessionOptions> configure)
    {
        ModelOptions own = options with
        {
            // What is measured must be what was asked for, not what serves until it is there.
            BuildInBackground = false,
            ConfigureSession = session =>
            {
                options.ConfigureSession?.Invoke(session);
                session.AddSessionConfigEntry(NativeNodes.Setting, "1");
                configure(session);
            },
        };
        InferenceSession session = SessionLoader.Load(info, own, path);
        if (NativeNodes.TryRead(session) is not { IsEmpty: false } nodes || Takes(options.Provider, nodes))
            return session;
        session.Dispose();
        throw new ModelGenException(
            "The provider takes no node of the model", expected: options.Provider.Name, actual: string.Join(", ", nodes.Select(node => node.Provider).Distinct()),
            where: $"model '{info.Name}', '{path}'",
            remedy: "Numbers of another provider would be shown under its name. Check that its libraries are there: the engine's report says why it was not taken.");
    }

    /// <summary>Whether some node is on the provider, where one was named.</summary>
    internal static bool Takes(Provider provider, ImmutableArray<NodeAssignment> nodes)
    {
        string? name = provider == Provider.Auto || provider == Provider.Cpu ? null
            : provider == Provider.TensorRT ? "TensorrtExecutionProvider"
            : provider == Provider.Cuda ? "CUDAExecutionProvider"
            : provider.Name;
        return name is null || nodes.Any(node => node.Provider == name);
    }
}
