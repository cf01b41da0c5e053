using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using ModelGen.CacheFaults;
using ModelGen.Engines;
using ModelGen.GpuCheck;
using Xunit.Abstractions;

namespace ModelGen.Tests.GpuCheck;

/// <summary>tests/Gpu.Check on a machine without a GPU.</summary>
public class GpuCheckProgramTests(ITestOutputHelper output)
{
    [Fact]
    public async Task WithoutAGpuItNamesWhatIsMissingChecksTheCpuAndEndsWithThree()
    {
        if (MissingParts.Look(NativePlatform.Real).Count == 0)
        {
            output.WriteLine("SKIPPED: this machine has a GPU and TensorRT, so that nothing is missing.");
            return;
        }
        using Scratch scratch = new();
        string json = Path.Join(scratch.Folder, "report.json");
        (int code, string text, _) = await RunAsync("--quick", "--json", json);

        Assert.True(code == 3, text);
        Assert.All(MissingParts.Look(NativePlatform.Real), line => Assert.Contains(line.ReplaceLineEndings(" "), text, StringComparison.Ordinal));
        Assert.Contains("TensorrtExecutionProvider: this ONNX Runtime", text, StringComparison.Ordinal);
        Assert.All(["cpu-results/digits", "cpu-results/selfie-segmentation", "cpu-allocations/digits", "auto/digits", "strict-without-tensorrt/digits"], name =>
            Assert.Contains($"PASS  {name}  ", text, StringComparison.Ordinal));
        Assert.DoesNotContain("FAIL  ", text, StringComparison.Ordinal);
        using var report = JsonDocument.Parse(await File.ReadAllTextAsync(json));
        Assert.Equal(MissingParts.Look(NativePlatform.Real).Count, report.RootElement.GetProperty("missing").GetArrayLength());
        Assert.True(report.RootElement.GetProperty("timingsMilliseconds").GetProperty("digits/cpu").GetDouble() > 0);
    }

    [Theory]
    [InlineData("--nonsense")]
    [InlineData("--models", "/no/such/folder")]
    [InlineData("--plugin", "NoLibrary")]
    public async Task WrongArgumentsAreNamedAndEndWithTwo(params string[] arguments)
    {
        (int code, _, string errors) = await RunAsync(arguments);

        Assert.Equal(2, code);
        Assert.Contains(arguments[^1], errors, StringComparison.Ordinal);
        Assert.Contains("Exit code:", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChildWaitsForItsWordAndSaysWhatAutoTookAndWhyNotTheOthers()
    {
        if (MissingParts.Look(NativePlatform.Real).Count == 0)
        {
            output.WriteLine("SKIPPED: this machine has a GPU and TensorRT, so that the CPU is not taken.");
            return;
        }
        using Scratch scratch = new();
        (int code, string text, _) = await RunAsync("child", ChildWork.Auto, Path.Join(AppContext.BaseDirectory, "Data", "digits.onnx"), scratch.Folder, "--quick");

        Assert.Equal(0, code);
        Assert.StartsWith("ready", text, StringComparison.Ordinal);
        Assert.Contains("CPU;TensorRT: not taken: ", text, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Text, string Errors)> RunAsync(params string[] arguments)
    {
        string program = typeof(GpuCheckProgramTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Gpu.Check").Value!;
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await process.StandardInput.WriteLineAsync("go");
        process.StandardInput.Close();
        Task<string> text = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        output.WriteLine(await text);
        return (process.ExitCode, await text, await errors);
    }
}
