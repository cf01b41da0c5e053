using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Package.Tests;

[Collection(PackedConsumers.Name)]
public class PackedAssemblyTests(PackedConsumers consumers)
{
    private const string Folder = "analyzers/dotnet/cs/";

    // What Roslyn 4.8 carries, the oldest host: the compiler of .NET SDK 8.0.100 and Visual Studio 17.8.
    private static readonly Dictionary<string, Version> s_oldestHost = new()
    {
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Reflection.Metadata"] = new(7, 0, 0, 0),
    };

    public static TheoryData<string> Ours => new("ModelGen.Generator", "ModelGen.Onnx", "ModelGen.Preprocessing");

    [Theory]
    [MemberData(nameof(Ours))]
    public void TheGeneratorReferencesNothingNewerThanItsOldestHostCarries(string assembly)
    {
        (string Name, Version Version)[] references = References(Folder + assembly + ".dll");
        Assert.Contains(references, reference => reference.Name == "netstandard" && reference.Version == new Version(2, 0, 0, 0));
        Assert.All(
            references.Where(reference => s_oldestHost.ContainsKey(reference.Name)),
            reference => Assert.True(reference.Version <= s_oldestHost[reference.Name], $"{assembly} references {reference.Name} {reference.Version}; the oldest host has {s_oldestHost[reference.Name]}."));
    }

    [Fact]
    public void EverythingTheGeneratorReferencesIsThePackagesOrTheHosts()
    {
        using ZipArchive zip = Open("ModelGen");
        string[] packed = [.. zip.Entries.Where(entry => entry.FullName.StartsWith(Folder, StringComparison.Ordinal) && entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => entry.Name[..^4])];
        string[] wanted = [.. packed.SelectMany(name => References(Folder + name + ".dll")).Select(reference => reference.Name).Distinct()
            .Except([.. packed, .. s_oldestHost.Keys, "netstandard", "mscorlib", "System", "System.Core", "System.Numerics"]).Order(StringComparer.Ordinal)];
        Assert.Empty(wanted);
    }

    [Theory]
    [InlineData("ModelGen", "analyzers/dotnet/cs/ModelGen.Generator.dll")]
    [InlineData("ModelGen", "analyzers/dotnet/cs/ModelGen.Onnx.dll")]
    [InlineData("ModelGen", "analyzers/dotnet/cs/ModelGen.Preprocessing.dll")]
    [InlineData("ModelGen.Runtime", "lib/net10.0/ModelGen.Runtime.dll")]
    [InlineData("ModelGen.Skia", "lib/net10.0/ModelGen.Skia.dll")]
    public void TheSameSourcesGiveTheSameBytes(string package, string file)
    {
        using PEReader reader = Read(package, file);
        Assert.Contains(reader.ReadDebugDirectory(), entry => entry.Type == DebugDirectoryEntryType.Reproducible);
    }

    private (string Name, Version Version)[] References(string file)
    {
        using PEReader reader = Read("ModelGen", file);
        MetadataReader metadata = reader.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(metadata.GetAssemblyReference).Select(reference => (metadata.GetString(reference.Name), reference.Version))];
    }

    private PEReader Read(string package, string file)
    {
        using ZipArchive zip = Open(package);
        using Stream stream = zip.GetEntry(file)!.Open();
        MemoryStream copy = new();
        stream.CopyTo(copy);
        copy.Position = 0;
        return new PEReader(copy);
    }

    private ZipArchive Open(string package) => ZipFile.OpenRead(consumers.Workshop.PathOf("feed", $"{package}.{consumers.Workshop.Version}.nupkg"));
}
