using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace SampleApp.Tests;

/// <summary>Starts the built sample as a process of its own, with its output in pipes.</summary>
internal static class Sample
{
    /// <summary>Generous: a run takes a second or two, and a machine may be busy.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    internal static string Program { get; } = typeof(Sample).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "SampleProgram").Value!;

    /// <summary>The folder with the four photos that come along.</summary>
    internal static string Photos { get; } = Path.Combine(Path.GetDirectoryName(Program)!, "photos");

    internal static Task<SampleRun> Run(params string[] arguments) => Run(arguments, whileRunning: null);

    /// <summary>Runs the sample to its end.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="whileRunning">What to do to the process meanwhile.</param>
    /// <param name="environment">A variable to set, as NAME=VALUE.</param>
    internal static async Task<SampleRun> Run(string[] arguments, Func<Process, Task>? whileRunning, string? environment = null)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (environment?.Split('=', 2) is [var name, var value])
            start.Environment[name] = value;

        using Process process = Process.Start(start)!;
        using CancellationTokenSource timeout = new(s_patience);
        Task<string> output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        Task<string> error = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            if (whileRunning is not null)
                await whileRunning(process);
            await process.WaitForExitAsync(timeout.Token);
            return new SampleRun(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
