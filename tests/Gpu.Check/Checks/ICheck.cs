namespace ModelGen.GpuCheck;

/// <summary>One thing that must be so.</summary>
internal interface ICheck
{
    /// <summary>Its name in the report.</summary>
    string Name { get; }

    /// <summary>Whether there is nothing to check without a GPU.</summary>
    bool NeedsGpu => true;

    /// <summary>Whether every model is checked; otherwise the first one alone.</summary>
    bool EachModel => false;

    /// <summary>Checks it.</summary>
    /// <returns>What was seen, in one line.</returns>
    /// <exception cref="CheckFailedException">It is not so.</exception>
    /// <exception cref="CheckSkippedException">It can't be told here.</exception>
    string Run(Bench bench, CheckModel model);
}
