namespace ModelGen.Fuzzing;

/// <summary>Changes fields as they lie in the file; the lengths around a change are right again, unless a length is what is changed.</summary>
internal sealed class WireMutator : IMutator
{
    // A small file that repeats a field often must stay small.
    private const int LargestMutant = 2_000_000;

    private static readonly ulong[] s_lengths = [0, 1, 127, 128, 4096, 4097, 1 << 20, int.MaxValue, 1UL << 31, uint.MaxValue, 1UL << 32, long.MaxValue, ulong.MaxValue];

    /// <inheritdoc/>
    public byte[] Mutate(byte[] model, Corpus corpus, Random random)
    {
        if (WireTree.Parse(model) is not { Count: > 0 } fields)
            return model;
        List<List<WireField>> lists = WireTree.Lists(fields);
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            List<WireField> list = random.Pick(lists);
            if (list.Count > 0)
                Change(list, random.Next(list.Count), corpus, random);
        }
        byte[] mutant = WireTree.Write(fields);
        return mutant.Length <= LargestMutant ? mutant : model;
    }

    private static void Change(List<WireField> list, int at, Corpus corpus, Random random)
    {
        WireField field = list[at];
        switch (random.Next(9))
        {
            case 0:
                field.FalseLength = random.Pick(s_lengths);
                break;
            case 1:
                field.Number = (uint)random.Pick([random.Next(1, 32), random.Next(1, 300), 0x1FFFFFFF, 0]);
                break;
            case 2:
                field.Wire = (uint)random.Next(8);
                break;
            case 3:
                int copies = random.Pick([1, 2, 10, 1000, 20_000]);
                list.InsertRange(at, Enumerable.Repeat(field, field.Children is null && field.Bytes.Length < 100 ? copies : Math.Min(copies, 3)));
                break;
            case 4:
                list.RemoveAt(at);
                break;
            case 5:
                field.Varint = (ulong)random.Extreme();
                break;
            case 6:
                field.Padding = random.Next(2, 13);
                break;
            case 7:
                list.Reverse();
                break;
            default:
                if (WireTree.Parse(corpus.Choose(random).Bytes) is { } other && random.Pick(WireTree.Lists(other)) is { Count: > 0 } donor)
                    list.Insert(at, random.Pick(donor));
                break;
        }
    }
}
