using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>The native boundary: a recipe becomes a session. Tests put a source in place that plays a GPU.</summary>
internal interface ISessionSource
{
    /// <summary>ONNX Runtime's version: <c>1.31.1</c>.</summary>
    string Version { get; }

    /// <summary>The providers that ONNX Runtime's library was built with, by ONNX Runtime's names; they may still fail to load.</summary>
    IReadOnlyList<string> CompiledProviders { get; }

    /// <summary>Makes the session.</summary>
    /// <exception cref="OnnxRuntimeException">ONNX Runtime refuses the model or the provider's settings.</exception>
    /// <exception cref="ProviderUnavailableException">The provider can't be loaded.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled while it loaded.</exception>
    InferenceSession Open(SessionRecipe recipe, CancellationToken cancellationToken);

    /// <summary>Which provider took each node of a session whose recipe asks for that; null where this ONNX Runtime can't tell.</summary>
    ImmutableArray<NodeAssignment>? NodesOf(InferenceSession session);
}
