namespace ModelGen.Cli;

/// <summary>What the process returns; scripts rely on these numbers.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    internal const int Fine = 0;

    /// <summary>A model, an input file or the place for the results is at fault.</summary>
    internal const int InputAtFault = 1;

    /// <summary>The command line is wrong.</summary>
    internal const int Usage = 2;

    /// <summary>A mistake of this program: EX_SOFTWARE of sysexits.h.</summary>
    internal const int OurBug = 70;

    /// <summary>Stopped with Ctrl+C: 128 + SIGINT, as shells count.</summary>
    internal const int Stopped = 130;
}
