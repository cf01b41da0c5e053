using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class DamageTests : IDisposable
{
    private static readonly EngineKey s_key = FakeEngine.Key();

    private readonly TestCache _cache = new();

    public static TheoryData<string> Files => ["engine.onnx", "engine.trt", "more/weights.data", "manifest.json", "manifest.seal"];

    public void Dispose() => _cache.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void AFlippedBitAnywhereIsNoticedAndTheEngineRebuiltOnceAndSaidSo(string name)
    {
        _cache.Use(s_key);
        byte[] bytes = File.ReadAllBytes(At(name));
        // Each bit of the small files that vouch for the others; some of the large ones.
        int step = name.StartsWith("manifest", StringComparison.Ordinal) ? 97 : 8 * bytes.Length / 3;
        for (int bit = 0; bit < 8 * bytes.Length; bit += step)
        {
            byte[] good = File.ReadAllBytes(At(name));
            byte[] bad = [.. good];
            int at = Math.Min(bit / 8, bad.Length - 1);
            bad[at] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(At(name), bad);

            Assert.NotEmpty(_cache.Cache.Verify());
            int before = _cache.Builds;
            CachedEngine<string> engine = _cache.Use(s_key);
            Assert.Equal((EngineOutcome.Rebuilt, before + 1), (engine.Outcome, _cache.Builds));
            Assert.StartsWith("the engine in the cache was not usable (", engine.Reason, StringComparison.Ordinal);
            Assert.Empty(_cache.Cache.Verify());
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void AMissingFileIsNoticed(string name) => Expect(() => File.Delete(At(name)), $"'{name}' is missing");

    [Theory]
    [MemberData(nameof(Files))]
    public void AnEmptyFileIsNoticed(string name) => Expect(() => File.WriteAllBytes(At(name), []), $"'{name}' has 0 bytes");

    [Theory]
    [InlineData("engine.onnx", "'engine.onnx' has 299 bytes instead of 300")]
    [InlineData("manifest.json", "its manifest or its seal is damaged")]
    [InlineData("manifest.seal", "its manifest or its seal is damaged")]
    public void ATruncatedFileIsNoticed(string name, string fault) => Expect(() => File.WriteAllBytes(At(name), File.ReadAllBytes(At(name))[..^1]), fault);

    [Theory]
    [InlineData("extra")]
    [InlineData("more/extra")]
    [InlineData(".hidden")]
    public void AFileThatDoesNotBelongThereIsNoticed(string name) => Expect(() => File.WriteAllText(At(name), "x"), $"'{name}' does not belong to it");

    [Theory]
    [MemberData(nameof(Files))]
    public void ALinkIsNoticedEvenToTheSameBytes(string name) => Expect(() => Link(name), $"'{name}' is a link");

    [Fact]
    public void ALinkedFolderIsNoticed() => Expect(() => Link("more"), "'more' is a link");

    [Fact]
    public void AnEngineUnderAnothersNameIsNoticed()
    {
        EngineKey other = FakeEngine.Key(driver: "570.10");
        _cache.Use(other);

        Expect(
            () =>
            {
                Directory.Delete(_cache.Entry(s_key), recursive: true);
                Directory.Move(_cache.Entry(other), _cache.Entry(s_key));
            },
            $"its manifest is that of {other}");
    }

    [Theory]
    [InlineData("../../../secret")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("c:\\windows")]
    [InlineData("")]
    [InlineData("manifest.json")]
    public void AManifestThatNamesFilesOutsideOfItsFolderIsNoticed(string path) => Expect(
        () => Rewrite(manifest => manifest with { Files = [new ManifestFile(path, 1, new string('0', 64))] }),
        $"its manifest names the file '{path}', which is not one of an engine");

    [Fact]
    public void AManifestOfAFormatToComeIsNotUsed() => Expect(
        () => Rewrite(text => text.Replace("\"format\": 1", "\"format\": 2", StringComparison.Ordinal)), "its manifest has format 2; this version reads format 1");

    [Fact]
    public void AManifestWhosePartsWereChangedIsNotUsed() => Expect(
        () => Rewrite(text => text.Replace("580.95", "580.96", StringComparison.Ordinal)), "its manifest's id is not that of its parts");

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"format\":1}")]
    [InlineData("{\"format\":99999999999}")]
    [InlineData("not json")]
    public void AManifestThatIsNoneIsNotUsed(string text) => Expect(() => Rewrite(_ => text), "its manifest can't be read");

    [Fact]
    public void AManifestOfMoreBytesThanItCanHaveIsNotRead() => Expect(() => File.WriteAllBytes(At("manifest.json"), new byte[(4 << 20) + 1]), "'manifest.json' has 4,194,305 bytes");

    private string At(string name) => Path.Join(_cache.Entry(s_key), name);

    private void Link(string name)
    {
        Directory.Move(At(name), _cache["moved"]);
        File.CreateSymbolicLink(At(name), _cache["moved"]);
    }

    private void Rewrite(Func<Manifest, Manifest> change) => Rewrite(_ => System.Text.Encoding.UTF8.GetString(change(Manifest.Parse(File.ReadAllBytes(At("manifest.json")))).ToBytes()));

    // With a seal that fits, as someone would make it who has no signing key.
    private void Rewrite(Func<string, string> change)
    {
        byte[] manifest = System.Text.Encoding.UTF8.GetBytes(change(File.ReadAllText(At("manifest.json"))));
        File.WriteAllBytes(At("manifest.json"), manifest);
        File.WriteAllBytes(At("manifest.seal"), Seal.Of(manifest, null));
    }

    private void Expect(Action damage, string fault)
    {
        _cache.Use(s_key);
        damage();

        Assert.Contains(_cache.Cache.Verify(), found => found.Id == s_key.Id && found.Problem.Contains(fault, StringComparison.Ordinal));
        int before = _cache.Builds;
        CachedEngine<string> engine = _cache.Use(s_key);
        Assert.Equal((EngineOutcome.Rebuilt, before + 1), (engine.Outcome, _cache.Builds));
        Assert.Contains(fault, engine.Reason, StringComparison.Ordinal);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key).Outcome);
        Assert.Empty(_cache.Cache.Verify());
    }
}
