using ModelGen.Fuzzing;

namespace ModelGen.Conformance;

/// <summary>A short, always equal slice of what tests/Fuzzing runs for hours: docs/fuzzing.md.</summary>
public sealed class FuzzTests
{
    private const int Mutants = 1000;
    private const int Seed = 20;

    private static readonly Lazy<Corpus> s_corpus = new(Corpus.Load);

    [Fact]
    public void NoMutantMakesTheReaderThrowOrAllocateWithoutMeasure()
    {
        for (int index = 0; index < Mutants; index++)
        {
            Mutant mutant = Mutators.Make(s_corpus.Value, Seed, index);
            string? complaint = Probe.Complaint(mutant);
            Assert.True(complaint is null, $"Mutant {index} of seed {Seed}, {mutant.Mutations} of {mutant.Parent}: {complaint}");
        }
    }

    [Fact]
    public void TheSameNumbersMakeTheSameMutant()
    {
        for (int index = 0; index < 50; index++)
        {
            Mutant once = Mutators.Make(s_corpus.Value, Seed, index);
            Mutant again = Mutators.Make(s_corpus.Value, Seed, index);
            Assert.Equal(once.Bytes, again.Bytes);
            Assert.Equal(once with { Bytes = [] }, again with { Bytes = [] });
        }
    }

    [Fact]
    public void EveryMutatorChangesModels() => Assert.All(Mutators.All, entry =>
    {
        int changed = Enumerable.Range(0, 40).Count(index =>
        {
            Mutant mutant = Mutators.Make(s_corpus.Value, Seed, index, entry.Name);
            return !mutant.Bytes.SequenceEqual(s_corpus.Value.Seeds.First(seed => seed.Name == mutant.Parent).Bytes);
        });
        Assert.True(changed >= 10, $"{entry.Name} changed {changed} of 40 models.");
    });
}
