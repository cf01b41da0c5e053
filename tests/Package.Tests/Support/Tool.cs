using System.Diagnostics;
using System.Text;

namespace Package.Tests;

/// <summary>Runs programs, and tells all that they said when they fail.</summary>
internal static class Tool
{
    // Far above any run here: a hanging child must not hang the whole test run.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(8);

    private static readonly string s_dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : "dotnet";

    /// <summary>Runs <c>dotnet</c> with one build node that ends with it.</summary>
    public static ToolResult Build(string folder, params string[] arguments) =>
        Run(s_dotnet, folder, [.. arguments, "-m:1", "-nodeReuse:false", "-tl:off", "-p:UseSharedCompilation=false"]);

    public static ToolResult DotNet(string folder, params string[] arguments) => Run(s_dotnet, folder, arguments);

    public static ToolResult Run(string program, string folder, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What "dotnet test" tells its own children about its MSBuild must not reach another one.
        foreach (string key in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(key);
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";

        StringBuilder said = new();
        using Process process = new() { StartInfo = start };
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end in {s_patience}. It said:\n{said}");
        }
        process.WaitForExit();
        return new ToolResult($"{program} {string.Join(' ', arguments)}", process.ExitCode, said.ToString());

        void Hear(object sender, DataReceivedEventArgs line)
        {
            if (line.Data is not null)
            {
                lock (said)
                    said.AppendLine(line.Data);
            }
        }
    }
}
