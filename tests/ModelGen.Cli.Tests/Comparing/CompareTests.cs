using System.Text.Json;
using Google.Protobuf;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Cli.Tests;

public class CompareTests
{
    [Fact]
    public async Task TwoWaysOnTheCpuAgree()
    {
        CliRun run = (await CliRun.Of("compare", CliRun.Digits, "--dim", "batch=2", "--providers", "cpu,cpu;optimization=off", "--samples", "3", "--nodes")).Fine();

        Assert.All(
            ["digits.onnx against its results on cpu, 3 samples, tolerance 0.001", "cpu;optimization=off: within the tolerance", "probabilities", "100.0 % (axis 1)", "No node beyond it", "10 values compared."],
            part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheObjectHasEveryNumberOfEveryOutput()
    {
        JsonElement json = (await CliRun.Of("compare", CliRun.Digits, "--dim", "batch=2", "--providers", "cpu", "--providers", "cpu;threads=1", "--random", "5", "--tolerance", "1e-4", "--json")).Fine().Json();

        Assert.Equal(["model", "reference", "samples", "seed", "tolerance", "within", "variants"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal((5, 1e-4), (json.GetProperty("seed").GetInt32(), json.GetProperty("tolerance").GetDouble()));
        JsonElement output = json.GetProperty("variants")[0].GetProperty("outputs")[0];
        Assert.Equal(
            ["name", "within", "mismatch", "elements", "different", "max_absolute", "mean_absolute", "max_relative", "mean_relative", "cosine", "top_agreement", "class_axis", "not_finite_in_reference", "not_finite"],
            output.EnumerateObject().Select(property => property.Name));
        Assert.Equal(20, output.GetProperty("elements").GetInt32());
    }

    [Fact]
    public async Task AnotherModelBeyondTheToleranceEndsWithOneAndTheNodeIsNamed()
    {
        using TemporaryFolder folder = new();
        string one = Save(folder, "one.onnx", 2), other = Save(folder, "other.onnx", 2.5f);

        CliRun run = await CliRun.Of("compare", one, "--against", other, "--dim", "n=3", "--nodes");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.All(["other.onnx on cpu: beyond the tolerance", "Mul 'Mul_b', value 'b'", "what goes in differs by 0 at most"], part => Assert.Contains(part, run.Output, StringComparison.Ordinal));

        JsonElement json = (await CliRun.Of("compare", one, "--against", other, "--shape", "x=4", "--nodes", "--json")).Json();
        Assert.Equal(("Mul_b", "b"), (Node(json).GetProperty("name").GetString(), Node(json).GetProperty("value").GetProperty("name").GetString()));
        Assert.Equal(0, (await CliRun.Of("compare", one, "--against", other, "--dim", "n=3", "--tolerance", "10")).ExitCode);
    }

    [Fact]
    public async Task ShapesOfDimsWithoutNamesAreThoseOfTheCommandLine()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", [null, 2]).Node("Exp", "x", "y").Output("y", [null, 2]));

        JsonElement json = (await CliRun.Of("compare", path, "--shape", "x=7x2", "--providers", "cpu,cpu;optimization=basic", "--json")).Fine().Json();

        Assert.Equal(14, json.GetProperty("variants")[0].GetProperty("outputs")[0].GetProperty("elements").GetInt32());
    }

    [Fact]
    public async Task AnInfiniteErrorIsNullInTheObjectAndBeyondEveryTolerance()
    {
        using TemporaryFolder folder = new();
        string one = CliRun.Save(folder, new ModelBuilder().Input("x", 3).Node("Exp", "x", "y").Output("y", 3), "one.onnx");
        string other = CliRun.Save(folder, new ModelBuilder().Initializer("zero", 1).Input("x", 3).Node("Div", "x,zero", "y").Output("y", 3), "other.onnx");

        CliRun run = await CliRun.Of("compare", one, "--against", other, "--tolerance", "1e9", "--json");

        Assert.Equal(1, run.ExitCode);
        JsonElement output = run.Json().GetProperty("variants")[0].GetProperty("outputs")[0];
        Assert.Equal((JsonValueKind.Null, 3), (output.GetProperty("max_relative").ValueKind, output.GetProperty("not_finite").GetInt32()));
    }

    [Fact]
    public async Task StoppingEndsWith130()
    {
        CliRun run = await CliRun.Until(new CancellationToken(canceled: true), "compare", CliRun.Digits, "--dim", "batch=1", "--providers", "cpu,cpu;threads=1");
        Assert.Equal((130, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task AProviderThatIsNotThereIsNotReplacedByTheCpu()
    {
        CliRun run = await CliRun.Of("compare", CliRun.Digits, "--dim", "batch=1", "--providers", "cpu,cuda");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("CUDA", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APrecisionWithoutEffectIsAnErrorOfRunAndBench()
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("run", CliRun.Digits, "--dim", "batch=1", "--precision", "fp16", "--out", folder.Path);
        CliRun bench = await CliRun.Of("bench", CliRun.Digits, "--dim", "batch=1", "--precision", "int8");

        Assert.Equal((1, 1), (run.ExitCode, bench.ExitCode));
        Assert.All([run.Error, bench.Error], error => Assert.Contains("--precision has no effect on the CPU", error, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nothing to compare with")]
    [InlineData("nothing to compare with", "--providers", "cpu")]
    [InlineData("The CPU has no setting 'speed'", "--providers", "cpu,cpu;speed=9")]
    [InlineData("--tolerance takes a number from 0", "--providers", "cpu,cuda", "--tolerance", "-1")]
    [InlineData("--samples takes a whole number from 1", "--providers", "cpu,cuda", "--samples", "0")]
    public async Task AWrongCommandLineIsExplained(string explanation, params string[] options)
    {
        CliRun run = await CliRun.Of(["compare", "net.onnx", .. options]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
    }

    private static JsonElement Node(JsonElement json) => json.GetProperty("variants")[0].GetProperty("first_node");

    private static string Save(TemporaryFolder folder, string name, float weight) => CliRun.Save(
        folder,
        new ModelBuilder().Initializer(new TensorProto { Name = "w", DataType = (int)ElementType.Float, Dims = { 1 }, RawData = ByteString.CopyFrom(BitConverter.GetBytes(weight)) })
            .Input("x", "n").Node("Exp", "x", "a").Node("Mul", "a,w", "b").Node("Neg", "b", "y").Output("y", "n"),
        name);
}
