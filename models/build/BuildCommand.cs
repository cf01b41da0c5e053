namespace ModelGen.Models;

/// <summary>Writes the models that were asked for, one after the other.</summary>
internal static class BuildCommand
{
    /// <summary>Writes them.</summary>
    /// <param name="names">Of known networks, in any order; none means all.</param>
    /// <param name="folder">Where to; null for the repository's own.</param>
    /// <param name="stop">Ctrl+C.</param>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public static int Run(string[] names, string? folder, CancellationToken stop)
    {
        try
        {
            string target = Path.GetFullPath(folder ?? DefaultFolder());
            foreach (KnownNetwork network in KnownNetwork.All.Where(network => names.Length == 0 || names.Contains(network.Name)))
                Build(network, target, stop);
            return ExitCode.Success;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("Stopped. What was not finished has been removed.");
            return ExitCode.Stopped;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or WrongModelException)
        {
            Console.Error.WriteLine(exception.Message);
            return ExitCode.Failure;
        }
    }

    private static void Build(KnownNetwork network, string folder, CancellationToken stop)
    {
        BuiltFile file = new(network, folder);
        bool isThere = file.IsThere;
        if (!isThere)
        {
            using ProgressLine line = new(network.Name);
            file.Write(line.Report, stop);
        }
        IReadOnlyList<string> beside = Sidecars.Write(network.Name, folder);
        Console.WriteLine($"{network.Name}: {file.Path}{(isThere ? " is there already and right" : "")} ({new FileInfo(file.Path).Length:N0} bytes, SHA-256 {network.Sha256[..12]}…){(beside.Count > 0 ? $"; beside it {string.Join(", ", beside)}" : "")}");
    }

    // `dotnet run` starts the program in the folder of its caller, wherever that is.
    private static string DefaultFolder()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ModelGen.sln")))
                return Path.Combine(folder.FullName, "models", "built");
        }
        throw new DirectoryNotFoundException($"Looked for ModelGen.sln from {AppContext.BaseDirectory} upwards, to write to models/built beside it, and did not find it. Say where to write with --out DIR.");
    }
}
