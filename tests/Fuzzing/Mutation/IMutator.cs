namespace ModelGen.Fuzzing;

/// <summary>Makes a file wrong in one way.</summary>
internal interface IMutator
{
    /// <summary>Makes a mutant.</summary>
    /// <param name="model">The file; not changed.</param>
    /// <param name="corpus">Other files to take parts from.</param>
    /// <param name="random">The only source of chance.</param>
    /// <returns>The mutant; the file itself where there is nothing to change.</returns>
    byte[] Mutate(byte[] model, Corpus corpus, Random random);
}
