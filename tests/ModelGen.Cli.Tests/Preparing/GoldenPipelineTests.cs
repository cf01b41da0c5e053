using System.Security.Cryptography;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

/// <summary>Every configuration gives, to the bit, the tensor that the library it belongs to gives.</summary>
public class GoldenPipelineTests
{
    public static TheoryData<string> Pipelines => [.. GoldenPipelines.Rows.Select(row => row[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Pipelines))]
    public async Task AConfigurationGivesTheTensorOfItsLibrary(string pipeline)
    {
        using TemporaryFolder folder = new();
        foreach (string[] row in GoldenPipelines.Rows.Where(row => row[0] == pipeline))
        {
            string file = Path.Combine(folder.Path, "tensor.npy");
            string[] options = Model(folder, GoldenPipelines.Options(pipeline));
            (await CliRun.Of(["preprocess", Preparing.Picture(row[1]), "--config", GoldenPipelines.Config(pipeline), "--out", file, .. options])).Fine();

            NpyArray tensor = Preparing.Load(file);
            Assert.Equal("1x" + row[2], string.Join('x', tensor.Shape));
            Assert.True(row[3] == Convert.ToHexStringLower(SHA256.HashData(tensor.Data)), $"{pipeline} of {row[1]} gives other numbers than its library.");
        }
    }

    [Fact]
    public void ThereAreFortyOnePipelinesOfThreePicturesEach()
    {
        int[] pictures = [.. GoldenPipelines.Rows.GroupBy(row => row[0]).Select(group => group.Count())];
        Assert.Equal(41, pictures.Length);
        Assert.All(pictures, count => Assert.Equal(3, count));
    }

    private static string[] Model(TemporaryFolder folder, string[] options)
    {
        if (options is not ["--model", "nhwc", var height, var width])
            return options;
        ModelBuilder model = new ModelBuilder().Input("image", 1, int.Parse(height, null), int.Parse(width, null), 3).Node("Relu", "image", "y").Output("y", 1, int.Parse(height, null), int.Parse(width, null), 3);
        return ["--model", CliRun.Save(folder, model)];
    }
}
