namespace ModelGen.Footprint;

/// <summary>A loaded network.</summary>
internal interface ILoaded : IDisposable
{
    /// <summary>One call over the same numbers; one number of the result.</summary>
    float Call();
}
