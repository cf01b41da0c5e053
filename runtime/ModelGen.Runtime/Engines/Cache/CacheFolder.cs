namespace ModelGen.Engines;

/// <summary>Finds the cache's folder, makes it, and sees to it that nobody else can put code there.</summary>
internal static class CacheFolder
{
    private const string Variable = "MODELGEN_CACHE";
    private const UnixFileMode OnlyMe = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>The folder that the options ask for; it need not exist.</summary>
    /// <exception cref="CacheUnavailableException">The user has no folder for caches.</exception>
    public static string Find(EngineCacheOptions options) => Find(options, Environment.GetEnvironmentVariable);

    /// <summary>The same among other environment variables.</summary>
    internal static string Find(EngineCacheOptions options, Func<string, string?> environment) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(
        options.Folder ?? NotEmpty(environment(Variable)) ?? Path.Join(OfUser(environment), "modelgen", "engines")));

    /// <summary>Makes the folder if there is none, and checks it.</summary>
    /// <exception cref="CacheUnavailableException">It can't be made, or others could write there.</exception>
    public static void Prepare(string folder, bool shared)
    {
        try
        {
            Make(folder, shared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CacheUnavailableException(
                CacheProblem.NoFolder, "The folder of the engine cache can't be made", expected: null, e.Message, folder,
                $"Give the program's user the right to make it, or name another one with EngineCacheOptions.Folder or the environment variable {Variable}.", e);
        }
        if (!shared && FolderCheck.Fault(folder) is { } fault)
        {
            throw new CacheUnavailableException(
                CacheProblem.Insecure, "The engine cache is open to other users, and engines are code", "a folder that only its owner can write", fault, folder,
                "Take the folder over (chown, chmod 700) if you trust what is in it, name another one with EngineCacheOptions.Folder or " +
                $"{Variable}, or set EngineCacheOptions.Shared, best together with a SigningKey.");
        }
    }

    /// <summary>Makes a folder with those above it; for its owner only, unless it is to be shared.</summary>
    public static void Make(string folder, bool shared)
    {
        if (shared || OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }
        // One by one: .NET gives the mode to the last folder only.
        if (Path.GetDirectoryName(folder) is { Length: > 0 } above && !Directory.Exists(above))
            Make(above, shared);
        Directory.CreateDirectory(folder, OnlyMe);
    }

    private static string OfUser(Func<string, string?> environment)
    {
        string? folder;
        if (OperatingSystem.IsWindows())
            folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        // The XDG base directory specification: a relative path is to be ignored.
        else if (environment("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
            folder = cache;
        else
            folder = NotEmpty(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) is { } home ? Path.Join(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache") : null;
        return NotEmpty(folder) ?? throw new CacheUnavailableException(
            CacheProblem.NoFolder, "There is no place for the engine cache", "a home folder", "a user without one", where: null,
            $"Name a folder with EngineCacheOptions.Folder or the environment variable {Variable}.");
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
