namespace ModelGen.Cli;

/// <summary>Something whose runs are measured one by one.</summary>
internal interface IMeasured
{
    /// <summary>Runs once, on the calling thread.</summary>
    void Run();
}
