namespace ModelGen.Fuzzing;

/// <summary>Cuts, repeats, overwrites or moves a run of bytes, or cuts the file short.</summary>
internal sealed class ByteRuns : IMutator
{
    /// <inheritdoc/>
    public byte[] Mutate(byte[] model, Corpus corpus, Random random)
    {
        if (model.Length < 2)
            return model;
        int at = random.Next(model.Length);
        int length = Math.Min(random.Next(1, 65), model.Length - at);
        ReadOnlySpan<byte> all = model;
        switch (random.Next(5))
        {
            case 0:
                return [.. all[..at], .. all[(at + length)..]];
            case 1:
                return [.. all[..(at + length)], .. all[at..]];
            case 2:
                byte[] overwritten = [.. model];
                overwritten.AsSpan(at, length).Fill((byte)random.Pick([0x00, 0x7F, 0x80, 0xFF, random.Next(256)]));
                return overwritten;
            case 3:
                byte[] moved = [.. model];
                all.Slice(random.Next(model.Length - length + 1), length).CopyTo(moved.AsSpan(at));
                return moved;
            default:
                return [.. all[..at]];
        }
    }
}
