using System.Text.Json;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

/// <summary>One command line, run in this process as the tool runs it.</summary>
internal sealed record CliRun(int ExitCode, string Output, string Error)
{
    public static string Digits => Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx");

    public static string Selfie => Path.Combine(AppContext.BaseDirectory, "Data", "selfie-segmentation.onnx");

    public static Task<CliRun> Of(params string[] arguments) => Until(CancellationToken.None, arguments);

    public static async Task<CliRun> Until(CancellationToken stop, params string[] arguments)
    {
        using StringWriter output = new(), error = new();
        int code = await App.RunAsync(arguments, new Surroundings(output, error), stop);
        return new CliRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The JSON object that standard output is, whole.</summary>
    public JsonElement Json() => JsonDocument.Parse(Output).RootElement;

    /// <summary>Asserts the exit code and that nothing was said on standard error.</summary>
    public CliRun Fine()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, ExitCode);
        return this;
    }

    /// <summary>Saves a model into a folder; gives its path.</summary>
    public static string Save(TemporaryFolder folder, ModelBuilder model, string name = "model.onnx")
    {
        string path = Path.Combine(folder.Path, name);
        File.WriteAllBytes(path, model.ToBytes());
        return path;
    }
}
