namespace ModelGen.Fuzzing;

/// <summary>Flips up to eight bits.</summary>
internal sealed class BitFlips : IMutator
{
    /// <inheritdoc/>
    public byte[] Mutate(byte[] model, Corpus corpus, Random random)
    {
        byte[] mutant = [.. model];
        for (int flips = random.Next(1, 9); flips > 0 && mutant.Length > 0; flips--)
            mutant[random.Next(mutant.Length)] ^= (byte)(1 << random.Next(8));
        return mutant;
    }
}
