using System.Security.Cryptography;
using ModelGen.CacheFaults;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public sealed class SigningTests : IDisposable
{
    private static readonly EngineKey s_key = FakeEngine.Key();
    private static readonly byte[] s_secret = RandomNumberGenerator.GetBytes(32);

    private readonly TestCache _cache = new();

    public void Dispose() => _cache.Dispose();

    [Fact]
    public void ASignedEngineIsUsedByThoseWithTheKeyAndByThoseWhoAskForNone()
    {
        _cache.Use(s_key, cache: Signed(s_secret));

        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key, cache: Signed(s_secret)).Outcome);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key).Outcome);
    }

    [Fact]
    public void AnUnsignedEngineIsRefusedAndRebuiltWhereThereIsAKey()
    {
        _cache.Use(s_key);

        Assert.Equal("it is not signed, and the cache takes only signed engines", Assert.Single(Signed(s_secret).Verify()).Problem);
        CachedEngine<string> engine = _cache.Use(s_key, cache: Signed(s_secret));
        Assert.Equal(EngineOutcome.Rebuilt, engine.Outcome);
        Assert.Contains("not signed", engine.Reason, StringComparison.Ordinal);
        Assert.Equal(EngineOutcome.Hit, _cache.Use(s_key, cache: Signed(s_secret)).Outcome);
    }

    [Fact]
    public void AnEngineSignedWithAnotherKeyIsRefusedAndRebuilt()
    {
        _cache.Use(s_key, cache: Signed(RandomNumberGenerator.GetBytes(32)));

        CachedEngine<string> engine = _cache.Use(s_key, cache: Signed(s_secret));

        Assert.Equal(EngineOutcome.Rebuilt, engine.Outcome);
        Assert.Contains("signed with another key", engine.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ASignedManifestWithOtherFilesIsRefused()
    {
        EngineCache signed = Signed(s_secret);
        _cache.Use(s_key, cache: signed);
        string at = Path.Join(_cache.Entry(s_key), "manifest.json"), seal = Path.Join(_cache.Entry(s_key), "manifest.seal");
        byte[] forged = (Manifest.Parse(File.ReadAllBytes(at)) with { Created = DateTimeOffset.UnixEpoch }).ToBytes();
        string signature = File.ReadAllLines(seal)[0];
        File.WriteAllBytes(at, forged);
        // Everything that can be made without the key, with the signature of the true manifest.
        byte[] first = System.Text.Encoding.UTF8.GetBytes(signature + "\n");
        File.WriteAllText(seal, $"{signature}\nsha256 {Convert.ToHexStringLower(SHA256.HashData([.. forged, .. first]))}\n");

        CachedEngine<string> engine = _cache.Use(s_key, cache: signed);

        Assert.Equal(EngineOutcome.Rebuilt, engine.Outcome);
        Assert.Contains("signed with another key", engine.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    public void AKeyThatCouldBeGuessedIsRefused(int bytes)
    {
        var error = Assert.Throws<ModelGenException>(() => Signed(new byte[bytes]));

        Assert.Equal(("at least 16 bytes", $"{bytes}"), (error.Expected, error.Actual));
    }

    [Fact]
    public void AKeyOfSixteenBytesIsTaken() => Assert.Equal(EngineOutcome.Built, _cache.Use(s_key, cache: Signed(new byte[16])).Outcome);

    private EngineCache Signed(byte[] secret) => _cache.Open(_cache.Options with { SigningKey = secret });
}
