using System.IO.Compression;
using System.Xml.Linq;

namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class PackageContentTests(PackedConsumers consumers)
{
    private static readonly string[] s_packages = ["ModelGen", "ModelGen.Runtime", "ModelGen.Skia"];

    [Fact]
    public void PackingTheSolutionGivesFourPackagesAndTheSymbolsOfTheirLibraries()
    {
        string version = consumers.Workshop.Version;
        Assert.Equal(
            [
                $"ModelGen.{version}.nupkg", $"ModelGen.Cli.{version}.nupkg", $"ModelGen.Cli.{version}.snupkg", $"ModelGen.Runtime.{version}.nupkg", $"ModelGen.Runtime.{version}.snupkg",
                $"ModelGen.Skia.{version}.nupkg", $"ModelGen.Skia.{version}.snupkg",
            ],
            Directory.GetFiles(consumers.Workshop.Feed).Select(Path.GetFileName)
                .Where(name => !name!.StartsWith(NativePackages.Rival, StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TheGeneratorsPackageHasTheGeneratorWithWhatItNeedsAndNothingElse() => Assert.Equal(
        [
            "THIRD-PARTY-NOTICES.txt",
            "analyzers/dotnet/cs/Google.Protobuf.dll", "analyzers/dotnet/cs/ModelGen.Generator.dll", "analyzers/dotnet/cs/ModelGen.Generator.pdb",
            "analyzers/dotnet/cs/ModelGen.Onnx.dll", "analyzers/dotnet/cs/ModelGen.Onnx.pdb",
            "analyzers/dotnet/cs/ModelGen.Preprocessing.dll", "analyzers/dotnet/cs/ModelGen.Preprocessing.pdb", "analyzers/dotnet/cs/System.Buffers.dll",
            "analyzers/dotnet/cs/System.Memory.dll", "analyzers/dotnet/cs/System.Numerics.Vectors.dll",
            "analyzers/dotnet/cs/System.Runtime.CompilerServices.Unsafe.dll",
            "build/ModelGen.props", "build/ModelGen.targets", "buildTransitive/ModelGen.props", "buildTransitive/ModelGen.targets",
            "lib/net10.0/_._",
        ],
        Files("ModelGen").Where(name => name is not "icon.png" and not "README.md"));

    [Theory]
    [InlineData("ModelGen.Runtime")]
    [InlineData("ModelGen.Skia")]
    public void ALibrarysPackageHasTheLibraryWithItsDocumentation(string package) =>
        Assert.Equal([$"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"], Files(package).Where(name => name is not "icon.png" and not "README.md"));

    [Theory]
    [InlineData("ModelGen", "ModelGen.Runtime")]
    [InlineData("ModelGen.Runtime", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Microsoft.ML.OnnxRuntime.Managed", "System.Numerics.Tensors")]
    [InlineData("ModelGen.Skia", "ModelGen.Runtime", "SkiaSharp")]
    public void APackageDependsOnWhatItsUsersNeedOnly(string package, params string[] dependencies)
    {
        XElement[] found = [.. Metadata(package).Descendants().Where(element => element.Name.LocalName == "dependency")];
        Assert.Equal(dependencies, found.Select(element => element.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.All(found, element => Assert.Equal(
            element.Attribute("id")!.Value.StartsWith("ModelGen", StringComparison.Ordinal) ? consumers.Workshop.Version : Repository.VersionOf(element.Attribute("id")!.Value),
            element.Attribute("version")!.Value));
    }

    [Fact]
    public void EveryPackageTellsItsLicenceItsSourceAndShowsItsIconAndReadme()
    {
        foreach (string package in s_packages)
        {
            XElement metadata = Metadata(package);
            Assert.Equal("Apache-2.0", Value("license"));
            Assert.Equal("icon.png", Value("icon"));
            Assert.Equal("https://github.com/modelgen/modelgen", Value("projectUrl"));
            Assert.Equal("https://github.com/modelgen/modelgen", metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("url")!.Value);
            Assert.Contains("icon.png", Files(package));
            Assert.Equal(File.Exists(Repository.PathOf("README.md")), Files(package).Contains("README.md"));
            Assert.Equal(File.Exists(Repository.PathOf("README.md")) ? "README.md" : null, Value("readme"));

            string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
        }
    }

    private IEnumerable<string> Files(string package)
    {
        using ZipArchive zip = Open(package);
        return [.. zip.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))
            .Where(name => name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private XElement Metadata(string package)
    {
        using ZipArchive zip = Open(package);
        using Stream nuspec = zip.GetEntry(package + ".nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(consumers.Workshop.PathOf("feed", $"{package}.{consumers.Workshop.Version}.nupkg"));
}
