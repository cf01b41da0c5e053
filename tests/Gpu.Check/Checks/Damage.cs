namespace ModelGen.GpuCheck;

/// <summary>What happens to files.</summary>
internal static class Damage
{
    /// <summary>Turns one bit in the middle over.</summary>
    public static void FlipByte(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    /// <summary>Cuts the second half off.</summary>
    public static void Truncate(string path)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(file.Length / 2);
    }

    /// <summary>Leaves nothing in it.</summary>
    public static void Empty(string path)
    {
        using FileStream file = File.OpenWrite(path);
        file.SetLength(0);
    }
}
