using CsCheck;

namespace ModelGen.Onnx.Tests;

public sealed class ExternalDataTests
{
    [Fact]
    public void WeightsBesideTheModelAreFoundAndListedOnce()
    {
        using var folder = new TemporaryFolder();
        folder.File("weights.bin", 64);
        folder.File("sub/more.bin", 64);

        ModelFacts facts = Reading.Of(ModelBuilder.Relu(1)
            .External("a", [8], ("location", "weights.bin"), ("length", "32"))
            .External("b", [8], ("location", "weights.bin"), ("offset", "32"), ("length", "32"), ("checksum", "0"))
            .External("c", [16], ("location", "sub/more.bin"))
            .Save(folder.Path)).Fine();

        Assert.Equal(["weights.bin", "sub/more.bin"], facts.ExternalFiles);
        Assert.Equal(32, facts.ParameterCount);
    }

    [Theory]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("../weights.bin", "'..'")]
    [InlineData("a/../../weights.bin", "'..'")]
    [InlineData("a/../weights.bin", "'..'")]
    [InlineData("C:/weights.bin", "characters :")]
    [InlineData("weights.bin:stream", "characters :")]
    [InlineData(@"..\weights.bin", "backslash")]
    [InlineData(@"\\server\share", "backslash")]
    [InlineData("*/_ORT_MEM_ADDR_/*", "characters :")]
    [InlineData("a//b", "empty part")]
    [InlineData("a/.. /b", "dot or a space")]
    [InlineData("a/.../b", "dot or a space")]
    [InlineData("wei\0ghts", "control")]
    [InlineData("wei\nghts", "control")]
    public void PathsThatCouldLeaveTheFolderAreRefused(string location, string why)
    {
        using var folder = new TemporaryFolder();
        ModelReading reading = Reading.Of(ModelBuilder.Relu(1).External("w", [1], ("location", location)).Save(folder.Path));

        Assert.Contains(why, reading.Only(Rules.ExternalOutside), StringComparison.Ordinal);
        Assert.Empty(reading.Facts!.ExternalFiles);
        // The same without a folder to look in.
        Assert.Equal(["MG1011"], ModelBuilder.Relu(1).External("w", [1], ("location", location)).Read().Ids());
    }

    [Fact]
    public void NoAcceptedPathLeadsOutOfTheFolder()
    {
        string[] segments = ["a", ".", "..", "", " ", "b.bin", "..a", "a..", "...", "~", "%2e%2e", "\u2024\u2024", "C:", "con"];
        Gen.Int[0, segments.Length - 1].Select(i => segments[i]).Array[1, 6].Select(parts => string.Join("/", parts)).Where(path => path.Length > 0).Sample(path =>
        {
            const string Root = "/models/here/";
            return ExternalPath.Fault(path) is not null || Path.GetFullPath(Path.Combine(Root, path)).StartsWith(Root.TrimEnd('/'), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void LinksAreRefusedWhetherTheyAreFilesFoldersOrDangling()
    {
        using var folder = new TemporaryFolder();
        using var elsewhere = new TemporaryFolder();
        elsewhere.File("weights.bin", 64);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "file.bin"), Path.Combine(elsewhere.Path, "weights.bin"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "dir"), elsewhere.Path);
        File.CreateSymbolicLink(Path.Combine(folder.Path, "dangling.bin"), Path.Combine(elsewhere.Path, "nothing"));

        foreach (string location in (string[])["file.bin", "dir/weights.bin", "dangling.bin"])
        {
            string message = Reading.Of(ModelBuilder.Relu(1).External("w", [1], ("location", location)).Save(folder.Path)).Only(Rules.ExternalOutside);
            Assert.Contains("symbolic link", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AModelReachedOverALinkMayHaveItsWeightsBesideIt()
    {
        using var folder = new TemporaryFolder();
        using var links = new TemporaryFolder();
        folder.File("weights.bin", 4);
        ModelBuilder.Relu(1).External("w", [1], ("location", "weights.bin")).Save(folder.Path);
        string link = Path.Combine(links.Path, "link");
        Directory.CreateSymbolicLink(link, folder.Path);

        Reading.Of(Path.Combine(link, "model.onnx")).Fine();
    }

    [Fact]
    public void AMissingFileIsToldOnceForAllItsTensors()
    {
        using var folder = new TemporaryFolder();
        ModelBuilder model = ModelBuilder.Relu(1);
        for (int i = 0; i < 100; i++)
            model.External("w" + i, [1], ("location", "gone.bin"), ("offset", "0"));

        ModelReading reading = Reading.Of(model.Save(folder.Path));

        Assert.Contains("'gone.bin', which is not there", reading.Only(Rules.ExternalMissing), StringComparison.Ordinal);
        Assert.Equal(["gone.bin"], reading.Facts!.ExternalFiles);
    }

    [Fact]
    public void AFolderIsNoFileAndNoLocationIsNone()
    {
        using var folder = new TemporaryFolder();
        folder.File("sub/x");

        Assert.Contains("is a folder", Reading.Of(ModelBuilder.Relu(1).External("w", [1], ("location", "sub")).Save(folder.Path)).Only(Rules.ExternalMissing), StringComparison.Ordinal);
        Assert.Contains("names none", ModelBuilder.Relu(1).External("w", [1]).Read().Only(Rules.ExternalMissing), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60", "8", "MG1012")]
    [InlineData("64", null, "MG1012")]
    [InlineData("9223372036854775807", "8", "MG1012")]
    [InlineData("-1", "8", "MG1012")]
    [InlineData("0x10", "8", "MG1012")]
    [InlineData("0", "many", "MG1012")]
    [InlineData("0", "-8", "MG1012")]
    [InlineData("0", "99999999999999999999", "MG1012")]
    [InlineData("0", "12", "MG1018")]
    [InlineData("56", "8", null)]
    [InlineData("56", null, null)]
    [InlineData(null, null, null)]
    public void TheRangeMustLieInTheFileAndFitTheDims(string? offset, string? length, string? id)
    {
        using var folder = new TemporaryFolder();
        folder.File("weights.bin", 64);
        List<(string, string)> entries = [("location", "weights.bin")];
        if (offset is not null)
            entries.Add(("offset", offset));
        if (length is not null)
            entries.Add(("length", length));

        Assert.Equal(id is null ? [] : [id], Reading.Of(ModelBuilder.Relu(1).External("w", [2], [.. entries]).Save(folder.Path)).Ids());
    }

    [Fact]
    public void ALocationStatedTwiceIsRefused() =>
        ModelBuilder.Relu(1).External("w", [1], ("location", "a.bin"), ("location", "/etc/passwd")).Read().Only(Rules.ExternalOutside);

    [Fact]
    public void WeightsAreNeverOpened()
    {
        using var folder = new TemporaryFolder();
        string weights = folder.File("weights.bin", 4);
        using FileStream held = new(weights, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Reading.Of(ModelBuilder.Relu(1).External("w", [1], ("location", "weights.bin")).Save(folder.Path)).Fine();
    }
}
