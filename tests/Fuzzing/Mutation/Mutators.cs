namespace ModelGen.Fuzzing;

/// <summary>All mutators, and the mutant of a number.</summary>
internal static class Mutators
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<(string Name, IMutator Mutator)> All { get; } =
    [
        .. new IMutator[] { new BitFlips(), new ByteRuns(), new Splice(), new WireMutator() }.Select(mutator => (mutator.GetType().Name, mutator)),
        .. new IModelMutator[]
        {
            new DimMutator(), new TypeMutator(), new TensorMutator(), new AttributeMutator(), new NodeMutator(), new HeaderMutator(),
            new HugeResults(), new Growth(), new FunctionChains(), new Nesting(),
        }.Select(inner => (inner.GetType().Name, (IMutator)new SemanticMutator(inner))),
    ];

    /// <summary>Makes a mutant of one to three mutations; the same numbers make the same mutant.</summary>
    /// <param name="corpus">The seeds.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="index">The mutant's number in the run.</param>
    /// <param name="only">The name of the one mutator to use; null for all.</param>
    public static Mutant Make(Corpus corpus, int seed, int index, string? only = null)
    {
        // Any mixing does, as long as neighbours differ; HashCode won't do, it differs from process to process.
        var random = new Random(unchecked((seed * 1_000_003) ^ (index * 7919)));
        Seed parent = corpus.Choose(random);
        byte[] bytes = parent.Bytes;
        List<string> names = [];
        for (int count = random.Pick([1, 1, 2, 3]); count > 0; count--)
        {
            (string name, IMutator mutator) = only is null ? random.Pick(All) : All.First(entry => entry.Name == only);
            bytes = mutator.Mutate(bytes, corpus, random);
            names.Add(name);
        }
        return new Mutant(parent.Name, string.Join("+", names), bytes, random.Next());
    }
}
