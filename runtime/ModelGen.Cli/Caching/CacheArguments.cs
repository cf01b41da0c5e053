extern alias runtime;

using System.CommandLine;
using ModelGen.Onnx;
using runtime::ModelGen;
using runtime::ModelGen.Engines;

namespace ModelGen.Cli;

/// <summary>What every command about the engine cache takes: which folder, and whether to print JSON.</summary>
internal sealed class CacheArguments
{
    private readonly Option<string?> _folder = new("--folder")
    {
        Description = "The cache's folder; without it MODELGEN_CACHE, else modelgen/engines in your folder for caches.",
        HelpName = "DIR",
    };

    private readonly Option<bool> _shared = new("--shared") { Description = "The folder may belong to, or be written by, other users." };

    private readonly Option<bool> _json = new("--json") { Description = "Print one JSON object instead of a table." };

    /// <summary>Adds them to a command.</summary>
    internal CacheArguments(Command command)
    {
        command.Add(_folder);
        command.Add(_shared);
        command.Add(_json);
    }

    /// <summary>Whether to print JSON.</summary>
    internal bool Json(ParseResult result) => result.GetValue(_json);

    /// <summary>Which cache.</summary>
    internal EngineCacheOptions Options(ParseResult result, byte[]? signingKey = null) => new()
    {
        Folder = result.GetValue(_folder),
        Shared = result.GetValue(_shared),
        // A null array would be an empty key, not none.
        SigningKey = signingKey is null ? default(ReadOnlyMemory<byte>?) : signingKey,
    };

    /// <summary>Opens the cache.</summary>
    /// <exception cref="UserFault">It can't be used.</exception>
    internal EngineCache Open(ParseResult result, byte[]? signingKey = null) => Open(Options(result, signingKey));

    /// <summary>Opens a cache.</summary>
    /// <exception cref="UserFault">It can't be used.</exception>
    internal static EngineCache Open(EngineCacheOptions options)
    {
        try
        {
            return EngineCache.Open(options);
        }
        catch (ModelGenException e)
        {
            throw new UserFault(Printable.Line(e.Message), e);
        }
    }
}
