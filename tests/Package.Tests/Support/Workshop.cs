namespace Package.Tests;

/// <summary>
/// A folder outside the repository with the packed packages as a feed. What restores unpack of them stays in here too: the machine's own
/// package folder only lends what it has.
/// </summary>
internal sealed class Workshop : IDisposable
{
    public Workshop()
    {
        string stamp = $"{DateTime.UtcNow:yyMMddHHmmss}-{Environment.ProcessId}";
        Root = Directory.CreateTempSubdirectory($"modelgen-packages-{stamp}-").FullName;
        Version = $"0.1.0-test.t{stamp}";
        Directory.CreateDirectory(Feed);
        Write("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
              <config>
                <add key="globalPackagesFolder" value="{Path.Combine(Root, "packages")}" />
              </config>
              <fallbackPackageFolders>
                <add key="machine" value="{Repository.PackageFolder}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        // Nothing from folders above, and no call for a list of vulnerabilities. The SDK's analyzers take longer than all else; one project asks for them.
        Write("Directory.Build.props", "<Project><PropertyGroup><NuGetAudit>false</NuGetAudit><EnableNETAnalyzers>false</EnableNETAnalyzers></PropertyGroup></Project>");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Root { get; }

    /// <summary>The version that the packages of this run have.</summary>
    public string Version { get; }

    public string Feed => Path.Combine(Root, "feed");

    public string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public string Write(string path, string text)
    {
        string full = Prepare(path);
        File.WriteAllText(full, text);
        return full;
    }

    public string Write(string path, byte[] bytes)
    {
        string full = Prepare(path);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>Copies a file of the repository.</summary>
    public void Copy(string source, string path) => File.Copy(Repository.PathOf(source.Split('/')), Prepare(path));

    /// <summary>Writes a project that uses the packages.</summary>
    /// <param name="path">Where.</param>
    /// <param name="items">Its items, and more.</param>
    /// <param name="properties">Its own properties.</param>
    /// <param name="packages">What it references, as <c>id/version</c>, or the id alone for a package of this repository.</param>
    public string Project(string path, string items, string properties = "", params string[] packages) => Write(path, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(package => package.Split('/')).Select(parts => $"""<PackageReference Include="{parts[0]}" Version="{parts.ElementAtOrDefault(1) ?? Version}" />"""))}
          </ItemGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        </Project>
        """);

    public void Dispose()
    {
        if (Environment.GetEnvironmentVariable("MODELGEN_KEEP_CONSUMERS") is not { Length: > 0 })
            Directory.Delete(Root, recursive: true);
    }

    private string Prepare(string path)
    {
        string full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
