using System.Diagnostics;
using System.Reflection;
using Xunit.Abstractions;

namespace ModelGen.Tests.Engines;

/// <summary>A short run of tests/Cache.Faults: killed builders, racing processes, full and read-only disks, and the like.</summary>
public class FaultProgramTests(ITestOutputHelper output)
{
    [Fact]
    public async Task WhateverHappensToTheCacheTheAnswerIsRightOrTheErrorClear()
    {
        string program = typeof(FaultProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Cache.Faults").Value!;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, "--short"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> text = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(await text);

        Assert.True(process.ExitCode == 0, await text + await errors);
        Assert.All(["kill -9", "8 processes racing", "damaged files", "disk full", "clock jumps", "read-only", "deleted under"], fault => Assert.Contains(fault, text.Result, StringComparison.Ordinal));
    }
}
