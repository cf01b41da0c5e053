using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace ModelGen.Engines;

/// <summary>All that an engine depends on, as names and values. Two engines are exchangeable exactly when their keys are equal.</summary>
/// <remarks>Equality is that of <see cref="Id"/>. The order in which parts were given plays no role.</remarks>
internal sealed class EngineKey : IEquatable<EngineKey>
{
    // Part of each hash: another way of hashing must not meet the entries of this one.
    private const string Encoding = "modelgen engine key 1";

    // An unpaired surrogate has no UTF-8: replaced by a question mark, as .NET does by itself, two keys would be one.
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Makes the key.</summary>
    /// <param name="model">The SHA-256 of the model's file.</param>
    /// <param name="parts">Everything else: <c>precision</c>, <c>driver</c>, <c>dim/batch</c> and so on.</param>
    /// <exception cref="ArgumentException">A name comes twice, or a text is not valid Unicode.</exception>
    public EngineKey(string model, IEnumerable<KeyValuePair<string, string>> parts)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        Model = model;
        Parts = [.. parts.OrderBy(part => part.Key, StringComparer.Ordinal)];
        for (int i = 1; i < Parts.Length; i++)
        {
            if (Parts[i].Key == Parts[i - 1].Key)
                throw new ArgumentException($"The part '{Parts[i].Key}' of the engine's key comes twice, as '{Parts[i - 1].Value}' and as '{Parts[i].Value}'.", nameof(parts));
        }
        Id = Hash();
    }

    /// <summary>The SHA-256 of the model's file.</summary>
    public string Model { get; }

    /// <summary>Names and values, in the order of their names.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Parts { get; }

    /// <summary>The key's SHA-256, as 64 small hexadecimal digits: the name of the entry's folder.</summary>
    public string Id { get; }

    /// <summary>Whether a text could be an <see cref="Id"/>.</summary>
    public static bool IsId(string text) => text.Length == 2 * SHA256.HashSizeInBytes && text.All(char.IsAsciiHexDigitLower);

    /// <inheritdoc/>
    public bool Equals(EngineKey? other) => other?.Id == Id;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EngineKey);

    /// <inheritdoc/>
    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);

    /// <summary>The beginning of the id.</summary>
    public override string ToString() => Id[..12];

    // Each text goes in behind its length, so that ("ab", "c") and ("a", "bc") differ.
    private string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding);
        Append(hash, Model);
        foreach ((string name, string value) in Parts)
        {
            Append(hash, name);
            Append(hash, value);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = s_strict.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
