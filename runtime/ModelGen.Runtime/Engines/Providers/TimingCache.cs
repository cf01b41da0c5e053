using System.Collections.Immutable;

namespace ModelGen.Engines;

/// <summary>TensorRT's measurements of kernels, which make alike networks build faster (87 s became 6 s on an H200). A copy is lent to each build.</summary>
/// <remarks>The provider writes the file in place and without a lock, so that two builds at once would tear it: each works on a copy, and the last one that ends puts its own in place whole.</remarks>
internal sealed class TimingCache : IDisposable
{
    private readonly string? _shared;
    private readonly string _folder;

    private TimingCache(string? shared, string folder) => (_shared, _folder) = (shared, folder);

    /// <summary>The provider's settings.</summary>
    public ImmutableSortedDictionary<string, string> Settings =>
        _shared is null ? ImmutableSortedDictionary<string, string>.Empty : TensorRTSettings.ForTiming(_folder);

    /// <summary>Copies what there is into a folder.</summary>
    /// <param name="request">The model.</param>
    /// <param name="folder">A folder of this build's own; it is gone when this is disposed.</param>
    public static TimingCache Borrow(LoadRequest request, string folder)
    {
        if (!request.Options.TensorRT.TimingCache)
            return new TimingCache(null, folder);
        string? shared = EngineCache.Open(request.Options.Cache, request.Logger).Beside("timing");
        Directory.CreateDirectory(folder);
        if (shared is not null)
            Copy(shared, folder);
        return new TimingCache(shared, folder);
    }

    /// <summary>Puts this build's measurements in place of the older ones.</summary>
    public void GiveBack()
    {
        if (_shared is not null)
            Copy(_folder, _shared);
    }

    /// <summary>Removes the copy: an entry of the cache holds the engine only.</summary>
    public void Dispose()
    {
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }

    // A build without measurements is slow and right; it must not fail on them.
    private static void Copy(string from, string to)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(from, "*.timing"))
            {
                string target = Path.Combine(to, Path.GetFileName(file));
                string half = $"{target}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp";
                File.Copy(file, half);
                File.Move(half, target, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing to do: the next build measures again.
        }
    }
}
