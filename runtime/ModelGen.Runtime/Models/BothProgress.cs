namespace ModelGen;

/// <summary>Tells two listeners, one after the other.</summary>
internal sealed class BothProgress(IProgress<EngineProgress> first, IProgress<EngineProgress> second) : IProgress<EngineProgress>
{
    /// <summary>Both listeners, or the one there is.</summary>
    public static IProgress<EngineProgress> Of(IProgress<EngineProgress>? first, IProgress<EngineProgress> second) =>
        first is null ? second : new BothProgress(first, second);

    public void Report(EngineProgress value)
    {
        first.Report(value);
        second.Report(value);
    }
}
