using Microsoft.ML.OnnxRuntime;

namespace ModelGen.Engines;

/// <summary>A session, and where its tensors lie.</summary>
internal sealed record BoundSession(InferenceSession Session, IMemoryPlan Memory) : IDisposable
{
    /// <summary>Unloads the session, then frees what it worked on.</summary>
    public void Dispose()
    {
        Session.Dispose();
        Memory.Dispose();
    }
}
