namespace ModelGen.Models;

/// <summary>What the process answers its caller.</summary>
internal static class ExitCode
{
    /// <summary>Every model that was asked for is there and right.</summary>
    public const int Success = 0;

    /// <summary>A model could not be written, or came out wrong.</summary>
    public const int Failure = 1;

    /// <summary>The command line is wrong; nothing was touched.</summary>
    public const int Usage = 2;

    /// <summary>Stopped with Ctrl+C; models that were finished before stay.</summary>
    public const int Stopped = 130;
}
