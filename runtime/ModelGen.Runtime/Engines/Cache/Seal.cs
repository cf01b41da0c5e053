using System.Security.Cryptography;
using System.Text;

namespace ModelGen.Engines;

/// <summary>What lies beside a manifest to vouch for it: an HMAC-SHA-256 where there is a signing key, and a SHA-256 against accidents in any case.</summary>
/// <remarks>
/// Two lines: <c>hmac-sha256 HEX</c> over the manifest, or <c>hmac-sha256 none</c>; then <c>sha256 HEX</c> over the manifest and the first line.
/// So each bit of both files is covered, also for readers without the key.
/// </remarks>
internal static class Seal
{
    /// <summary>The file's name.</summary>
    public const string FileName = "manifest.seal";

    /// <summary>Bytes that a seal may have: it has 155 or fewer.</summary>
    public const int MaxBytes = 256;

    /// <summary>Bytes that a key must have at least: 128 bits can't be guessed.</summary>
    public const int MinKeyBytes = 16;

    private const string None = "none";

    /// <summary>The seal's file for a manifest.</summary>
    public static byte[] Of(ReadOnlySpan<byte> manifest, ReadOnlyMemory<byte>? key) => Write(manifest, key is { } secret ? Convert.ToHexStringLower(HMACSHA256.HashData(secret.Span, manifest)) : None);

    /// <summary>Checks a manifest against its seal.</summary>
    /// <exception cref="InvalidDataException">One of the two is damaged, or the signature is missing or another one's.</exception>
    public static void Check(ReadOnlySpan<byte> manifest, ReadOnlySpan<byte> seal, ReadOnlyMemory<byte>? key)
    {
        string signature = Signature(seal);
        if (!seal.SequenceEqual(Write(manifest, signature)))
            throw new InvalidDataException("its manifest or its seal is damaged");
        if (key is null)
            return;
        if (signature == None)
            throw new InvalidDataException("it is not signed, and the cache takes only signed engines");
        if (!CryptographicOperations.FixedTimeEquals(seal, Of(manifest, key)))
            throw new InvalidDataException("it is signed with another key");
    }

    private static byte[] Write(ReadOnlySpan<byte> manifest, string signature)
    {
        byte[] first = Encoding.UTF8.GetBytes($"hmac-sha256 {signature}\n");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(manifest);
        hash.AppendData(first);
        return [.. first, .. Encoding.UTF8.GetBytes($"sha256 {Convert.ToHexStringLower(hash.GetHashAndReset())}\n")];
    }

    // What stands between the first blank and the first line's end; anything odd does not survive being written again.
    private static string Signature(ReadOnlySpan<byte> seal)
    {
        int blank = seal.IndexOf((byte)' '), end = seal.IndexOf((byte)'\n');
        return blank < 0 || end < blank ? "" : Encoding.UTF8.GetString(seal[(blank + 1)..end]);
    }
}
