using System.Diagnostics;

namespace ModelGen.Footprint;

/// <summary>A process of its own, which is this program again.</summary>
internal static class Child
{
    /// <summary>The first word of its command line.</summary>
    public const string Verb = "child";

    /// <summary>What it does there, and prints one line about.</summary>
    public static void Run(string[] arguments)
    {
        switch (arguments)
        {
            case ["first-result", string model, string side]:
                using (ILoaded loaded = Side.Of(model, side).Open())
                    Console.WriteLine(loaded.Call());
                break;
            case ["instances", string model, string side]:
                Console.WriteLine(InstanceMemory.Measure(Side.Of(model, side)));
                break;
            default:
                throw new ArgumentException($"A child can't do '{string.Join(' ', arguments)}'.", nameof(arguments));
        }
    }

    /// <summary>Starts it, waits for its end, and returns its line.</summary>
    public static string Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [.. Own, Verb, .. arguments]) { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        string line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? line.Trim() : throw new InvalidOperationException($"The child '{string.Join(' ', arguments)}' ended with {process.ExitCode}.");
    }

    // Run by the command 'dotnet', the process is that command, and its first argument this program.
    private static string[] Own => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Path.Combine(AppContext.BaseDirectory, "Footprint.dll")] : [];
}
