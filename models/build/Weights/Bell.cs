using System.Text;

namespace ModelGen.Models;

/// <summary>
/// Numbers shaped as a normal distribution of mean 0 and deviation 1, each a function of a name and a position alone: every tensor has its own, wherever
/// it stands and in whatever order it is written.
/// </summary>
/// <remarks>
/// Only integers, and one exact scale: logarithms and cosines, which the usual ways to a normal distribution need, differ in their last bit between C
/// libraries. A sum of four uniform numbers (Irwin and Hall, 1927) ends at 3.46 deviations, as the truncated normal distributions of deep learning do.
/// The bits are those of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
/// </remarks>
internal readonly struct Bell(string name)
{
    private const ulong Seed = 20_251_124;
    private const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    // Four uniform integers of 16 bits average 4 × 32767.5 and have a variance of 4 × (65536² − 1) / 12. IEEE 754 rounds divisions and square roots alike everywhere.
    private const int Middle = 131_070;
    private static readonly double s_scale = Math.Sqrt(3d / 4_294_967_295d);

    private readonly ulong _key = Mix(Hash(name) ^ Seed);

    /// <summary>The number at a position, from 0.</summary>
    public double At(long position)
    {
        ulong bits = Mix(_key + ((ulong)position + 1) * Golden);
        int sum = (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        return (sum - Middle) * s_scale;
    }

    private static ulong Mix(ulong bits)
    {
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }

    // FNV-1a; string.GetHashCode is another one in each process.
    private static ulong Hash(string name)
    {
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ letter) * 0x0000_0100_0000_01B3;
        return hash;
    }
}
