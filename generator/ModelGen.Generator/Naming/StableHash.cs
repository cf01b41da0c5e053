namespace ModelGen.Generator;

/// <summary>A hash that is the same on every machine and in every run, unlike <see cref="object.GetHashCode"/>.</summary>
internal static class StableHash
{
    /// <summary>32-bit FNV-1a over the UTF-16 code units, low byte first. For telling names apart, not against attackers.</summary>
    internal static uint Of(string text)
    {
        // Offset basis and prime of the 32-bit variant: RFC 9923, section 5.
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = unchecked((hash ^ (byte)c) * 16777619);
            hash = unchecked((hash ^ (byte)(c >> 8)) * 16777619);
        }
        return hash;
    }
}
