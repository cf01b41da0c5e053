namespace ModelGen;

/// <summary>How far the loading of a model is.</summary>
public enum ModelState
{
    /// <summary>Nobody has asked for it yet.</summary>
    NotLoaded,
    /// <summary>It is being loaded; an engine may take minutes to build.</summary>
    Loading,
    /// <summary>It answers calls.</summary>
    Ready,
    /// <summary>It could not be loaded. The next use tries again.</summary>
    Failed,
    /// <summary>It has been disposed, with the container that it belongs to.</summary>
    Disposed,
}
