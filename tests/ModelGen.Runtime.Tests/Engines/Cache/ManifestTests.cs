using System.Collections.Immutable;
using CsCheck;
using ModelGen.Engines;

namespace ModelGen.Tests.Engines;

public class ManifestTests
{
    private static readonly Gen<string> s_text = Gen.String[Gen.Char["aZ0/\\\"'<+é漢\u0001 =_."], 1, 8];

    private static readonly Gen<Manifest> s_manifest = Gen.Select(
        Gen.Dictionary(s_text, s_text)[0, 5], Gen.Dictionary(Gen.String[Gen.Char.AlphaNumeric, 1, 8], Gen.Long[0, long.MaxValue])[0, 5], Gen.Int[0, 100_000], Gen.DateTimeOffset, Gen.Guid,
        (parts, files, milliseconds, created, build) => new Manifest
        {
            Key = new EngineKey("model", parts),
            Files = [.. files.Select(file => new ManifestFile("folder/" + file.Key, file.Value, new string('a', 64)))],
            Created = created,
            BuildTime = TimeSpan.FromMilliseconds(milliseconds),
            Tools = ImmutableSortedDictionary<string, string>.Empty.Add("modelgen", "0.1.0"),
            Build = build,
        });

    [Fact]
    public void AManifestIsReadAsItWasWritten() => s_manifest.Sample(written =>
    {
        var read = Manifest.Parse(written.ToBytes());

        Assert.Equal((written.Key, written.Created, written.BuildTime, written.Build), (read.Key, read.Created, read.BuildTime, read.Build));
        Assert.Equal(written.Key.Parts.ToArray(), read.Key.Parts.ToArray());
        Assert.Equal(written.Files.ToArray(), read.Files.ToArray());
        Assert.Equal(written.Tools, read.Tools);
    });

    [Fact]
    public void AnyBytesAreEitherAManifestOrSaidNotToBe() => Gen.Select(s_manifest, Gen.Int[0, 10_000], Gen.Byte).Sample((manifest, at, value) =>
    {
        byte[] bytes = manifest.ToBytes();
        bytes[at % bytes.Length] = value;
        try
        {
            Manifest.Parse(bytes);
        }
        catch (InvalidDataException e)
        {
            Assert.StartsWith("its manifest", e.Message, StringComparison.Ordinal);
        }
    });

    [Theory]
    [InlineData("engine.onnx", true)]
    [InlineData("a/b.c", true)]
    [InlineData("a..b", true)]
    [InlineData("more/manifest.json", true)]
    [InlineData("manifest.json", false)]
    [InlineData("manifest.seal", false)]
    [InlineData("", false)]
    [InlineData("/a", false)]
    [InlineData("a//b", false)]
    [InlineData("a/", false)]
    [InlineData("./a", false)]
    [InlineData("a/..", false)]
    [InlineData("..", false)]
    [InlineData("a\\b", false)]
    [InlineData("c:a", false)]
    [InlineData("a\0b", false)]
    public void OnlyPathsThatStayInTheFolderAreFit(string path, bool fit) => Assert.Equal(fit, ManifestFile.IsFit(path));
}
