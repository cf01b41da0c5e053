namespace ModelGen.Fuzzing;

/// <summary>The beginning of one file and the end of another.</summary>
internal sealed class Splice : IMutator
{
    /// <inheritdoc/>
    public byte[] Mutate(byte[] model, Corpus corpus, Random random)
    {
        byte[] other = corpus.Choose(random).Bytes;
        return [.. model.AsSpan(0, random.Next(model.Length + 1)), .. other.AsSpan(random.Next(other.Length + 1))];
    }
}
