using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>A further session of a model, beside the one that answers calls: with the same provider and settings, and some of its own.</summary>
internal sealed class SideSession : IDisposable
{
    private readonly Backend _backend;

    private SideSession(Backend backend) => _backend = backend;

    /// <summary>The session.</summary>
    public InferenceSession Session => _backend.First.Session;

    /// <summary>Loads it.</summary>
    /// <param name="info">The model.</param>
    /// <param name="options">How it is loaded otherwise.</param>
    /// <param name="path">The file, found and verified.</param>
    /// <param name="configure">Sets what is special about it, after the settings of the program's own.</param>
    /// <exception cref="ModelGenException">ONNX Runtime refuses it, or the provider that was named can't be loaded or takes none of its nodes.</exception>
    public static SideSession Open(ModelInfo info, ModelOptions options, string path, Action<SessionOptions> configure)
    {
        ModelOptions own = options with
        {
            // What is measured must be what was asked for, not what serves until it is there.
            BuildInBackground = false,
            // The file may be a copy with something added: an engine's key takes its own hash.
            VerifyModelFile = false,
            MaxCalls = 1,
            ConfigureSession = session =>
            {
                options.ConfigureSession?.Invoke(session);
                session.AddSessionConfigEntry(NativeNodes.Setting, "1");
                configure(session);
            },
        };
        NativeRuntime.EnsureLoaded();
        LoadRequest request = new() { Info = info, Options = own, ModelPath = path, Logger = NullLogger.Instance, Platform = NativePlatform.Real };
        ImmutableArray<IProviderLoader> loaders = ProviderLoaders.For(own);
        // A provider that was named is not stood in for: numbers of another one would be shown under its name.
        SideSession side = new(EngineLoader.Load(request, own.Provider == Provider.Auto ? loaders : [loaders[0]], CancellationToken.None).Backend);
        if (NativeNodes.TryRead(side.Session) is not { IsEmpty: false } nodes || Takes(options.Provider, nodes))
            return side;
        side.Dispose();
        throw new ModelGenException(
            "The provider takes no node of the model", expected: options.Provider.Name, actual: string.Join(", ", nodes.Select(node => node.Provider).Distinct()),
            where: $"model '{info.Name}', '{path}'",
            remedy: "Numbers of another provider would be shown under its name. Check that its libraries are there: the engine's report says why it was not taken.");
    }

    /// <summary>Whether some node is on the provider, where one was named.</summary>
    internal static bool Takes(Provider provider, ImmutableArray<NodeAssignment> nodes) =>
        provider == Provider.Auto || provider == Provider.Cpu || nodes.Any(node => node.Provider == ProviderNames.Of(provider));

    /// <inheritdoc/>
    public void Dispose() => _backend.Retire();
}
