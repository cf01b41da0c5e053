using System.Diagnostics;
using System.Runtime.Versioning;
using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

[UnsupportedOSPlatform("windows")]
public sealed class CacheFolderTests : IDisposable
{
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly Scratch _scratch = new();

    private string Folder => _scratch["cache"];

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void ANewFolderIsThatOfItsUserAloneWithAllAboveThatHadToBeMade()
    {
        EngineCache cache = EngineCache.Open(new EngineCacheOptions { Folder = _scratch["a/b/c/"] });

        Assert.Equal(_scratch["a/b/c"], cache.Folder);
        Assert.All(["a", "a/b", "a/b/c"], folder => Assert.Equal(OnlyMe, File.GetUnixFileMode(_scratch[folder])));
    }

    [Fact]
    public void EverythingInItIsThatOfItsUserAlone()
    {
        EngineKey key = FakeEngine.Key();
        Open().UseOrBuild(key, _ => 1, (folder, _) => FakeEngine.Write(folder, key));

        Assert.All(Directory.EnumerateDirectories(Folder), folder => Assert.Equal(OnlyMe, File.GetUnixFileMode(folder)));
        Assert.Equal(OnlyMe, File.GetUnixFileMode(Path.Join(Folder, "entries", key.Id)));
    }

    [Theory]
    [InlineData(UnixFileMode.GroupWrite, "a folder that its group can write")]
    [InlineData(UnixFileMode.OtherWrite, "a folder that everybody can write")]
    public void AFolderThatOthersCanWriteIsRefusedWithWhatToDo(UnixFileMode extra, string actual)
    {
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, OnlyMe | extra);

        CacheUnavailableException error = Refused(actual);
        Assert.All(["chmod 700", "EngineCacheOptions.Folder", "MODELGEN_CACHE", "Shared"], word => Assert.Contains(word, error.Remedy, StringComparison.Ordinal));
    }

    [Fact]
    public void AFolderThatOthersCanReadIsTaken()
    {
        Directory.CreateDirectory(Folder);
        File.SetUnixFileMode(Folder, OnlyMe | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Open();
    }

    [Fact]
    public void ALinkToElsewhereIsRefused()
    {
        Directory.CreateDirectory(_scratch["elsewhere"], OnlyMe);
        Directory.CreateSymbolicLink(Folder, _scratch["elsewhere"]);

        Refused($"a link to '{_scratch["elsewhere"]}'");
    }

    [Fact]
    public void AFolderBelowOneThatEverybodyCanWriteIsRefusedUnlessOnlyOwnersMayRenameThere()
    {
        Directory.CreateDirectory(_scratch["open"]);
        File.SetUnixFileMode(_scratch["open"], OnlyMe | UnixFileMode.OtherWrite);
        EngineCacheOptions options = new() { Folder = _scratch["open/cache"] };

        Assert.Equal(CacheProblem.Insecure, Assert.Throws<CacheUnavailableException>(() => EngineCache.Open(options)).Kind);
        File.SetUnixFileMode(_scratch["open"], OnlyMe | UnixFileMode.OtherWrite | UnixFileMode.StickyBit);
        EngineCache.Open(options);
    }

    [Fact]
    public void AFolderOfAnotherUserIsRefused()
    {
        // Only the superuser can give a folder away; for everybody else, the root folder is another's.
        if (Environment.UserName != "root")
        {
            Assert.Equal("a folder of another user", FolderCheck.Fault("/"));
            return;
        }
        Directory.CreateDirectory(Folder, OnlyMe);
        using (Process process = Process.Start("chown", ["65534", Folder]))
            process.WaitForExit();

        Refused("a folder of another user");
    }

    [Fact]
    public void ASharedFolderIsTakenAsItIs()
    {
        Directory.CreateDirectory(_scratch["elsewhere"]);
        File.SetUnixFileMode(_scratch["elsewhere"], OnlyMe | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite);
        Directory.CreateSymbolicLink(Folder, _scratch["elsewhere"]);

        Assert.Equal(Folder, EngineCache.Open(new EngineCacheOptions { Folder = Folder, Shared = true }).Folder);
    }

    [Fact]
    public void AFolderThatCannotBeMadeIsAnErrorThatSaysSo()
    {
        File.WriteAllText(_scratch["file"], "");

        var error = Assert.Throws<CacheUnavailableException>(() => EngineCache.Open(new EngineCacheOptions { Folder = _scratch["file/cache"] }));

        Assert.Equal((CacheProblem.NoFolder, _scratch["file/cache"]), (error.Kind, error.Where));
    }

    [Theory]
    [InlineData("/chosen", "/variable", "/xdg", "/chosen")]
    [InlineData(null, "/variable", "/xdg", "/variable")]
    [InlineData(null, null, "/xdg", "/xdg/modelgen/engines")]
    [InlineData(null, "", "/xdg", "/xdg/modelgen/engines")]
    public void TheFolderIsTheOneOfTheOptionsElseOfTheVariableElseOfTheUsersCaches(string? option, string? variable, string? xdg, string expected) =>
        Assert.Equal(expected, Find(option, variable, xdg));

    [Fact]
    public void WithoutXdgOrWithARelativeOneItIsInTheUsersHome()
    {
        Assert.StartsWith(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Find(null, null, null), StringComparison.Ordinal);
        Assert.Equal(Find(null, null, null), Find(null, null, "relative"));
    }

    private static string Find(string? option, string? variable, string? xdg) =>
        CacheFolder.Find(new EngineCacheOptions { Folder = option }, name => name == "MODELGEN_CACHE" ? variable : name == "XDG_CACHE_HOME" ? xdg : null);

    private EngineCache Open() => EngineCache.Open(new EngineCacheOptions { Folder = Folder });

    private CacheUnavailableException Refused(string actual)
    {
        var error = Assert.Throws<CacheUnavailableException>(Open);
        Assert.Equal((CacheProblem.Insecure, actual), (error.Kind, error.Actual));
        return error;
    }
}
