using System.Security;

namespace Package.Tests;

/// <summary>Packs once, and builds all consumers in one go; each test class looks at its own.</summary>
public sealed class PackedConsumers : IDisposable
{
    /// <summary>The collection that shares it.</summary>
    public const string Name = "packed consumers";

    public PackedConsumers()
    {
        try
        {
            Tool.Build(
                Repository.Root, "pack", "ModelGen.sln", "--no-build", "-c", Repository.Configuration, "-o", Workshop.Feed,
                $"-p:VersionSuffix={Workshop.Version.Split('-', 2)[1]}").Succeeded();
            string[] projects =
            [
                ConsoleApp.Write(Workshop), WrongShape.Write(Workshop), WrongItems.Write(Workshop), OddNames.Write(Workshop),
                .. LibraryAndHost.Write(Workshop), .. NativePackages.Write(Workshop), ChangingModel.Write(Workshop),
            ];
            Workshop.Write("All.slnx", $"""
                <Solution>
                  {string.Join("\n  ", projects.Select(project => $"""<Project Path="{SecurityElement.Escape(Path.GetRelativePath(Workshop.Root, project))}" />"""))}
                </Solution>
                """);
            Log = new BuildLog(Tool.Build(Workshop.Root, "build", "All.slnx", "-clp:NoSummary").Failed().Output);
        }
        catch
        {
            Workshop.Dispose();
            throw;
        }
    }

    internal Workshop Workshop { get; } = new();

    /// <summary>What the one build of all consumers said; some of them are meant to fail.</summary>
    internal BuildLog Log { get; }

    public void Dispose() => Workshop.Dispose();
}
