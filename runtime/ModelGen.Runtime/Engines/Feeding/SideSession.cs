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
    /// <exception cref="ModelGenException">ONNX Runtime refuses it.</exception>
    public static InferenceSession Open(ModelInfo info, ModelOptions options, string path, Action<SessionOptions> configure)
    {
        ModelOptions own = options with
        {
            // What is measured must be what was asked for, not what serves until it is there.
            BuildInBackground = false,
            ConfigureSession = session =>
            {
                options.ConfigureSession?.Invoke(session);
                configure(session);
            },
        };
        return SessionLoader.Load(info, own, path);
    }
}
