namespace ModelGen.GpuCheck;

/// <summary>What came of a check.</summary>
internal enum Verdict
{
    /// <summary>It is as it should be.</summary>
    Pass,
    /// <summary>It is not.</summary>
    Fail,
    /// <summary>It can't be told here.</summary>
    Skip,
}
