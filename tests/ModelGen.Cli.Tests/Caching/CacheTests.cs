using System.Text;
using System.Text.Json;
using ModelGen.Onnx.Tests;

namespace ModelGen.Cli.Tests;

public sealed class CacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Cache => Path.Combine(_folder.Path, "cache");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AnEmptyCacheHasNoEngines()
    {
        CliRun run = (await CliRun.Of("cache", "list", "--folder", Cache)).Fine();

        Assert.Contains(Cache, run.Output, StringComparison.Ordinal);
        Assert.Contains("0 engines of 0 bytes.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheListSaysWhatIsDamagedAndPruneRemovesIt()
    {
        string id = Entry();

        JsonElement listed = (await CliRun.Of("cache", "list", "--folder", Cache, "--json")).Fine().Json();
        Assert.Equal(id, listed.GetProperty("engines")[0].GetProperty("id").GetString());
        Assert.Equal("'manifest.json' is missing", listed.GetProperty("engines")[0].GetProperty("damage").GetString());
        Assert.Contains("damaged", (await CliRun.Of("cache", "list", "--folder", Cache)).Fine().Output, StringComparison.Ordinal);

        CliRun dry = (await CliRun.Of("cache", "prune", "--folder", Cache, "--dry-run")).Fine();
        Assert.Contains("Would remove 1 engine of 3 bytes; 0 bytes would remain.", dry.Output, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Path.Combine(Cache, "entries")));

        JsonElement pruned = (await CliRun.Of("cache", "prune", "--folder", Cache, "--json")).Fine().Json();
        Assert.Equal((1, 3L), (pruned.GetProperty("removed").GetArrayLength(), pruned.GetProperty("freed_bytes").GetInt64()));
        Assert.Empty(Directory.GetDirectories(Path.Combine(Cache, "entries")));
    }

    [Fact]
    public async Task VerifyEndsWithOneWhenSomethingIsDamaged()
    {
        Assert.Contains("all files are as they were stored", (await CliRun.Of("cache", "verify", "--folder", Cache)).Fine().Output, StringComparison.Ordinal);
        string id = Entry();

        CliRun run = await CliRun.Of("cache", "verify", "--folder", Cache);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"{id[..12]}: 'manifest.json' is missing", run.Output, StringComparison.Ordinal);
        CliRun json = await CliRun.Of("cache", "verify", "--folder", Cache, "--json");
        Assert.Equal(id, json.Json().GetProperty("faults")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task AFolderThatOthersCanWriteIsTheUsersFaultUnlessItIsShared()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Cache);
        File.SetUnixFileMode(Cache, File.GetUnixFileMode(Cache) | UnixFileMode.OtherWrite);

        CliRun run = await CliRun.Of("cache", "list", "--folder", Cache);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("everybody can write", run.Error, StringComparison.Ordinal);
        (await CliRun.Of("cache", "list", "--folder", Cache, "--shared")).Fine();
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("nosuch.onnx")]
    public async Task AModelThatIsNeitherAFileNorAHashRemovesNothing(string model)
    {
        Entry();

        CliRun run = await CliRun.Of("cache", "prune", "--folder", Cache, "--all", "--model", model);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("neither a file", run.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(Path.Combine(Cache, "entries")));
    }

    [Theory]
    [InlineData("--max-size can't be '1PB'", "--max-size", "1PB")]
    [InlineData("--older-than can't be '30'", "--older-than", "30")]
    [InlineData("--model alone says only", "--model", "abcdef")]
    public async Task AWrongCommandLineIsExplained(string explanation, params string[] arguments)
    {
        CliRun run = await CliRun.Of(["cache", "prune", "--folder", Cache, .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(explanation, run.Error, StringComparison.Ordinal);
        Assert.Contains("modelgen cache prune --help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASigningKeyThatIsTooShortIsTheUsersFault()
    {
        string key = Path.Combine(_folder.Path, "key");
        File.WriteAllText(key, "short");

        CliRun run = await CliRun.Of("cache", "verify", "--folder", Cache, "--signing-key", key);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("at least 16 bytes", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cache", "--help")]
    [InlineData("cache", "prune", "--help")]
    public async Task HelpHasExamples(params string[] arguments) =>
        Assert.Contains("modelgen cache prune --older-than 30d", (await CliRun.Of(arguments)).Fine().Output, StringComparison.Ordinal);

    // A damaged entry: sound ones are made by the runtime, whose own tests have them.
    private string Entry()
    {
        string id = Convert.ToHexStringLower(Encoding.ASCII.GetBytes("an engine of this test's own ...")), entry = Path.Combine(Cache, "entries", id);
        Directory.CreateDirectory(entry);
        File.WriteAllText(Path.Combine(entry, "x"), "abc");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return id;
    }
}
