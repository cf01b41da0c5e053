namespace ModelGen.Engines;

/// <summary>Numbers that are the same for the same seed on every machine and .NET version.</summary>
/// <param name="seed">Any number.</param>
/// <remarks>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): one addition and a mixing of bits a number.</remarks>
internal sealed class RandomNumbers(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The numbers for an input, so that each one gets its own, whatever others there are.</summary>
    public static RandomNumbers For(string name, int seed)
    {
        // FNV-1a (Fowler, Noll and Vo), 64 bits: string.GetHashCode is another one in each process.
        ulong hash = 0xCBF2_9CE4_8422_2325;
        foreach (char character in name)
            hash = (hash ^ character) * 0x0000_0100_0000_01B3;
        return new RandomNumbers(hash ^ ((ulong)(uint)seed * 0x9E37_79B9_7F4A_7C15));
    }

    /// <summary>64 bits, each as likely as the other.</summary>
    public ulong Bits()
    {
        ulong bits = _state += 0x9E37_79B9_7F4A_7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58_476D_1CE4_E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D0_49BB_1331_11EB;
        return bits ^ (bits >> 31);
    }

    /// <summary>A number of the normal distribution of mean 0 and deviation 1.</summary>
    public double Normal()
    {
        // Box and Muller: the first number is above 0, so that its logarithm is finite.
        double radius = Math.Sqrt(-2 * Math.Log(1 - Uniform()));
        return radius * Math.Cos(2 * Math.PI * Uniform());
    }

    private double Uniform() => (Bits() >> 11) * (1.0 / (1L << 53));
}
