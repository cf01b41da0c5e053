using System.Reflection;
using System.Xml.Linq;

namespace Package.Tests;

/// <summary>Where the sources lie, and what the build of these tests knew.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>Debug or Release: what these tests were built as is what they pack.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>The machine's folder of unpacked packages.</summary>
    public static string PackageFolder { get; } = Metadata("NuGetPackageRoot");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The version of a package that this repository itself builds with.</summary>
    public static string VersionOf(string package) =>
        XDocument.Load(PathOf("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(element => element.Attribute("Include")!.Value == package).Attribute("Version")!.Value;

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ModelGen.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} has ModelGen.sln. Run these tests from a build inside the repository.");
    }

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The build of Package.Tests did not tell {key}.");
}
