using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;

namespace ModelGen.Cli;

/// <summary>The command <c>modelgen</c> with everything below it.</summary>
internal static class ModelGenCommand
{
    /// <summary>This tool's version.</summary>
    internal static string Version { get; } =
        typeof(ModelGenCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "?";

    /// <summary>Builds the command.</summary>
    internal static RootCommand Create(Surroundings surroundings)
    {
        RootCommand root = new("Looks into ONNX models, prepares pictures for them, runs them once, measures them, compares what computes them, and builds their engines.")
        {
            InspectCommand.Create(surroundings),
            PreprocessCommand.Create(surroundings),
            RunCommand.Create(surroundings),
            BenchCommand.Create(surroundings),
            ProfileCommand.Create(surroundings),
            CompareCommand.Create(surroundings),
            BuildCommand.Create(surroundings),
            CacheCommand.Create(surroundings),
        };
        foreach (HelpOption help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExamples((HelpAction)help.Action!);
        foreach (VersionOption version in root.Options.OfType<VersionOption>())
            version.Action = new ShowVersion();
        return root;
    }
}
