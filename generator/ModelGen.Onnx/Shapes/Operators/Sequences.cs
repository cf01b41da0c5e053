namespace ModelGen.Onnx.Operators;

/// <summary>Operators on sequences of tensors.</summary>
internal static class Sequences
{
    /// <summary>The most items of a sequence that are followed one by one: as many as passes of a loop that makes one.</summary>
    public const int MostItems = Subgraphs.MostPasses;

    /// <summary>The family's rows.</summary>
    public static OperatorFamily Family { get; } = new("Sequences",
    [
        new("ConcatFromSequence", [11], ConcatFromSequenceRule.Infer) { FollowsElements = true, DataDependent = "the number of items, where it is not known" },
        new("SequenceAt", [11], At) { FollowsElements = true, DataDependent = "which item it is, where they have different shapes" },
        new("SequenceConstruct", [11], Construct) { FollowsElements = true },
        new("SequenceEmpty", [11], Empty) { FollowsElements = true },
        new("SequenceErase", [11], Erase) { FollowsElements = true },
        new("SequenceInsert", [11], Insert) { FollowsElements = true },
        new("SequenceLength", [11], Length) { FollowsElements = true },
        new("SplitToSequence", [11, 24], SplitToSequenceRule.Infer) { FollowsElements = true },
    ]);

    /// <summary>Sets the first output to a sequence of these items; only of their common type when they are too many.</summary>
    public static void Set(NodeContext node, ElementType element, IReadOnlyList<Fact> items)
    {
        ValueType common = items.Count == 0 ? new TensorType(element, null) : items.Select(item => item.Type).Aggregate(FactJoin.Join);
        node.Set(0, items.Count <= MostItems ? Fact.Sequence(common, items) : new Fact(new SequenceType(common)));
    }

    /// <summary>The type of a sequence's items; unknown for anything but a sequence.</summary>
    public static ValueType ItemType(Fact fact) => fact.Type is SequenceType sequence ? sequence.Element : Fact.Unknown.Type;

    private static ElementType ItemElement(Fact fact) => ItemType(fact) is TensorType tensor ? tensor.Element : ElementType.Undefined;

    private static void Construct(NodeContext node)
    {
        if (node.InputCount == 0)
            throw node.Fail("has no inputs, and it needs at least one");
        Set(node, node.Element(0), [.. Enumerable.Range(0, node.InputCount).Select(node.Input)]);
    }

    private static void Empty(NodeContext node) => Set(node, Casts.Numbered(node, node.Int("dtype", (long)ElementType.Float)), []);

    private static void Length(NodeContext node) =>
        node.Set(0, node.Input(0).Items is { } items
            ? Fact.Of(new PartialTensor(ElementType.Int64, [], [Scalar.Int(items.Count)]))
            : Fact.Tensor(ElementType.Int64, new TensorShape(new([]))));

    private static void At(NodeContext node)
    {
        Fact sequence = node.Input(0);
        if (sequence.Items is { } items)
        {
            if (Position(node, 1, items.Count, items.Count - 1) is int position)
            {
                node.Set(0, items[position]);
                return;
            }
            if (items.Count > 0)
                node.LoseFor(1);
        }
        node.Set(0, new Fact(ItemType(sequence)).LostAt(sequence.Loss));
    }

    private static void Insert(NodeContext node)
    {
        Fact sequence = node.Input(0), item = node.Input(1);
        if (sequence.Items is not { } items || items.Count >= MostItems)
        {
            node.Set(0, new Fact(new SequenceType(sequence.Items is { Count: 0 } ? item.Type : FactJoin.Join(ItemType(sequence), item.Type))));
            return;
        }
        int? position = node.Has(2) ? Position(node, 2, items.Count, items.Count) : items.Count;
        if (position is int known)
        {
            Set(node, item.Element, [.. items.Take(known), item, .. items.Skip(known)]);
            return;
        }
        // It can be anywhere: then each item is one of them all.
        Fact any = new(items.Select(other => other.Type).Aggregate(item.Type, FactJoin.Join));
        Set(node, item.Element, [.. Enumerable.Repeat(any, items.Count + 1)]);
    }

    private static void Erase(NodeContext node)
    {
        Fact sequence = node.Input(0);
        if (sequence.Items is not { } items)
        {
            node.Set(0, new Fact(sequence.Type).LostAt(sequence.Loss));
            return;
        }
        if (items.Count == 0)
            throw node.Fail("takes an item out of an empty sequence");
        int? position = node.Has(1) ? Position(node, 1, items.Count, items.Count - 1) : items.Count - 1;
        if (position is int known)
        {
            Set(node, ItemElement(sequence), [.. items.Take(known), .. items.Skip(known + 1)]);
            return;
        }
        Fact any = new(items.Select(item => item.Type).Aggregate(FactJoin.Join));
        Set(node, ItemElement(sequence), [.. Enumerable.Repeat(any, items.Count - 1)]);
    }

    // A position counted from the front; null when it is not known.
    private static int? Position(NodeContext node, int input, int count, int last)
    {
        if (node.Single(input).Integer is not long position)
            return null;
        if (position < -count || position > last)
            throw node.Fail($"has the position {position} in a sequence of {count} items");
        return (int)(position < 0 ? position + count : position);
    }
}
