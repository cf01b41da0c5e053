using System.Security.Cryptography;

namespace Package.Tests;

/// <summary>Builds again and again. Each test leaves a build that is up to date.</summary>
[Collection(PackedConsumers.Name)]
public class IncrementalBuildTests(PackedConsumers consumers)
{
    private string Folder => consumers.Workshop.PathOf("Changing");

    private string Model => consumers.Workshop.PathOf(ChangingModel.Model);

    private string Assembly => Path.Combine(Folder, "obj", "Debug", "net10.0", "Changing.dll");

    [Fact]
    public void NothingChangedNothingIsCompiled()
    {
        Build();
        DateTime compiled = File.GetLastWriteTimeUtc(Assembly);
        ToolResult again = Build();
        Assert.Contains("Skipping target \"CoreCompile\"", again.Output, StringComparison.Ordinal);
        Assert.Equal(compiled, File.GetLastWriteTimeUtc(Assembly));
    }

    [Fact]
    public void AChangedModelGivesAnotherClassAndTravelsAgain()
    {
        Replace(TinyModel.Relu(1, 5), DateTime.UtcNow);
        Build();
        Assert.Contains("float32 1×5", Generated(), StringComparison.Ordinal);

        Replace(TinyModel.Relu(2, 3), DateTime.UtcNow);
        Build();
        Assert.Contains("float32 2×3", Generated(), StringComparison.Ordinal);
        AssertHashes();
    }

    [Fact]
    public void AModelReplacedByAnOlderFileIsNoticedToo()
    {
        Replace(TinyModel.Relu(1, 6), DateTime.UtcNow);
        Build();
        Replace(TinyModel.Relu(1, 7), DateTime.UtcNow.AddYears(-1));
        Build();
        Assert.Contains("float32 1×7", Generated(), StringComparison.Ordinal);
        AssertHashes();
    }

    [Fact]
    public void AFileBesideTheModelThatGoesIsNoticed()
    {
        string config = consumers.Workshop.PathOf("Changing", "models", "preprocessor_config.json");
        Replace(TinyModel.Relu(1, 1, 8, 8), DateTime.UtcNow);
        File.Copy(Repository.PathOf("models", "digits", "preprocessor_config.json"), config);
        Build();
        Assert.Contains("public static void Preprocess(", Generated(), StringComparison.Ordinal);
        File.Delete(config);
        Build();
        Assert.DoesNotContain("public static void Preprocess(", Generated(), StringComparison.Ordinal);
    }

    [Fact]
    public void CleaningTakesTheHashesAndTheNextBuildMakesThemAnew()
    {
        Build();
        Assert.Single(Hashes());
        Tool.Build(Folder, "clean").Succeeded();
        Assert.Empty(Hashes());
        Build();
        Assert.Single(Hashes());
        AssertHashes();
    }

    private string[] Hashes() => Directory.Exists(Path.Combine(Folder, "obj")) ? Directory.GetFiles(Path.Combine(Folder, "obj"), "*.sha256", SearchOption.AllDirectories) : [];

    private ToolResult Build(bool succeeds = true)
    {
        ToolResult result = Tool.Build(Folder, "build", "--no-restore", "-v:n");
        return succeeds ? result.Succeeded() : result.Failed();
    }

    private void Replace(byte[] model, DateTime time)
    {
        File.WriteAllBytes(Model, model);
        File.SetLastWriteTimeUtc(Model, time);
    }

    private string Generated() =>
        File.ReadAllText(Directory.GetFiles(Path.Combine(Folder, "obj"), "*.g.cs", SearchOption.AllDirectories).Single(file => file.Contains("ModelGenerator", StringComparison.Ordinal)));

    /// <summary>The class, the file and the file in the output folder are of one model.</summary>
    private void AssertHashes()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Model)));
        Assert.Contains($"Sha256 = \"{hash}\"", Generated(), StringComparison.Ordinal);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "bin", "Debug", "net10.0", "models", "net.onnx")))));
    }
}
