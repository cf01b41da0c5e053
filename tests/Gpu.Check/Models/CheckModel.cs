namespace ModelGen.GpuCheck;

/// <summary>A model to check.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Info">What is known of it, with every dim fixed.</param>
/// <param name="OpenInfo">The same with its first dim left open, as the batch; null where it has none to leave open.</param>
internal sealed record CheckModel(string Path, ModelInfo Info, ModelInfo? OpenInfo)
{
    /// <summary>Its name.</summary>
    public string Name => Info.Name;
}
