namespace ModelGen;

/// <summary>Where built engines are kept, and how many.</summary>
public sealed record EngineCacheOptions
{
    /// <summary>Whether engines are kept at all. True unless set.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>The folder; null for <c>modelgen/engines</c> in the user's own cache folder (<c>XDG_CACHE_HOME</c>, <c>~/.cache</c>, <c>~/Library/Caches</c> or <c>%LOCALAPPDATA%</c>). The environment variable MODELGEN_CACHE stands above that.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether the folder may belong to, or be written by, other users. Engines are code: whoever writes there runs programs as you. False unless set.</summary>
    public bool Shared { get; init; }

    /// <summary>Bytes that all engines together may take; the ones not used for longest go first, never one in use. 20 GB unless set; 0 for no limit.</summary>
    public long MaxBytes { get; init; } = 20_000_000_000;

    /// <summary>A secret of at least 16 bytes: entries are signed with it (HMAC-SHA-256), and others are not loaded. Null for no signatures.</summary>
    /// <remarks>Signatures keep out engines that others put into a shared folder. They can't keep out who changes files between their check and their loading: only trusted programs should have the right to write there.</remarks>
    public ReadOnlyMemory<byte>? SigningKey { get; init; }

    /// <summary>Any text that becomes part of each key: engines of another salt are not used.</summary>
    public string Salt { get; init; } = "";
}
