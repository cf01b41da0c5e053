using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>Whether an engine is built while another provider answers.</summary>
internal static class BackgroundRule
{
    /// <summary>The provider to build for; null where the model is loaded at once, as where the engine is in the cache already.</summary>
    /// <exception cref="ModelGenException">Strict loading has no stand-in.</exception>
    public static IProviderLoader? BuilderOf(LoadRequest request, ImmutableArray<IProviderLoader> loaders)
    {
        if (!request.Options.BuildInBackground || loaders[0] is not IEngineBuilder builder)
            return null;
        if (loaders.Length == 1)
        {
            throw new ModelGenException(
                "Nothing may answer while the engine is built",
                expected: "BuildInBackground without Strict",
                actual: "both",
                where: $"model '{request.Info.Name}'",
                remedy: "Leave one of the two off; the report says at any time which provider answers.");
        }
        try
        {
            return builder.MustBuild(request) ? loaders[0] : null;
        }
        catch (ProviderUnavailableException)
        {
            // Loading it in turn finds the same, and puts it into the report.
            return null;
        }
    }
}
