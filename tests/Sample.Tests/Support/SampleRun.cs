namespace SampleApp.Tests;

/// <summary>What a run of the sample left behind.</summary>
internal sealed record SampleRun(int ExitCode, string Output, string Error)
{
    internal string[] OutputLines => Output.Split('\n', StringSplitOptions.TrimEntries);
}
