using CsCheck;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public class ForeignFileTests
{
    [Theory]
    [InlineData("MG1002", new byte[0])]
    [InlineData("MG1004", new byte[] { 0x50, 0x4B, 3, 4, 0, 0 })]
    [InlineData("MG1004", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10 })]
    [InlineData("MG1005", new byte[] { 0x08, 0x08, 0x3A, 0x7F, 0x01 })]
    public async Task AFileThatIsNoModelIsNamedByEveryCommand(string id, byte[] bytes)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("net.onnx");
        await File.WriteAllBytesAsync(path, bytes);

        foreach (string[] command in new string[][] { ["inspect", path], ["run", path, "--out", folder.Path], ["bench", path, "--seconds", "0.1"] })
        {
            CliRun run = await CliRun.Of(command);

            Assert.Equal((1, ""), (run.ExitCode, run.Output));
            Assert.Contains(id, run.Error, StringComparison.Ordinal);
        }
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void DamagedModelsEndWithZeroOrOneAndAlwaysWithAnObject()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("net.onnx");
        byte[] digits = File.ReadAllBytes(CliRun.Digits);
        // Where the graph is; the weights after it may hold anything.
        Gen.Int[0, 3000].Array[1, 6].Select(Gen.Byte.Array[6], Gen.Int[100, digits.Length]).Sample(
            (positions, values, length) =>
            {
                byte[] damaged = digits[..length];
                for (int i = 0; i < positions.Length; i++)
                    damaged[positions[i] % length] = values[i];
                File.WriteAllBytes(path, damaged);
                CliRun json = CliRun.Of("inspect", path, "--json").GetAwaiter().GetResult();
                CliRun page = CliRun.Of("inspect", path).GetAwaiter().GetResult();
                return json.ExitCode is 0 or 1 && json.ExitCode == page.ExitCode && json.Json().TryGetProperty("diagnostics", out _);
            },
            iter: 300,
            threads: 1);
    }
}
