namespace ModelGen.Engines;

/// <summary>Why the engine cache can't be used.</summary>
public enum CacheProblem
{
    /// <summary>There is no folder, and none can be made.</summary>
    NoFolder,
    /// <summary>Other users could put their code into the folder.</summary>
    Insecure,
    /// <summary>Neither the folder nor that for temporary files can be written, so that there is no place to build an engine.</summary>
    NotWritable,
    /// <summary>The disk is full, or the user's share of it is.</summary>
    Full,
}
