using System.Collections.Immutable;
using ModelGen.Onnx;

namespace ModelGen.Generator;

/// <summary>Names that more than one model claims.</summary>
/// <remarks>Equality contract: plain values. Without clashes it is always equal, so that a new model re-runs no other's class.</remarks>
/// <param name="Classes">Claims of one and the same class.</param>
/// <param name="OutputFiles">Claims of one and the same place in the output folder.</param>
/// <param name="HintNames">File names of generated sources that differ in case only, which the compiler does not take.</param>
internal sealed record Clashes(EquatableArray<ClassClaim> Classes, EquatableArray<ClassClaim> OutputFiles, EquatableArray<string> HintNames)
{
    internal static Clashes Find(ImmutableArray<ClassClaim> claims) => new(
        Shared(claims, claim => claim.FullName, StringComparer.Ordinal),
        Shared(claims, claim => claim.OutputFile, StringComparer.OrdinalIgnoreCase),
        new EquatableArray<string>(Shared(claims, claim => SourceFile.HintName(claim.FullName), StringComparer.OrdinalIgnoreCase)
            .Select(claim => SourceFile.HintName(claim.FullName)).Distinct()));

    /// <summary>The source file of a model; null when another model of the same class has it already.</summary>
    internal SourceFile? Named(string path, ModelSpec spec)
    {
        ClassClaim? first = Classes.FirstOrDefault(claim => claim.FullName == spec.FullName);
        if (first is not null && first.Path != path)
            return null;
        string hint = SourceFile.HintName(spec.FullName);
        return new SourceFile(HintNames.Contains(hint) ? $"{hint}.{StableHash.Of(spec.FullName):x8}" : hint, spec);
    }

    /// <summary>What is wrong with a model's claims.</summary>
    internal IEnumerable<Problem> Of(ModelItem item)
    {
        foreach (ClassClaim claim in Classes.Where(claim => claim.Path == item.Path))
        {
            yield return new Problem(
                GeneratorRules.SameClass,
                $"this model and {Others(claim, Classes.Where(other => other.FullName == claim.FullName))} make the same class {claim.FullName}. Give each its own name with ModelGenClass=\"…\", or its own namespace with ModelGenNamespace=\"…\".");
        }
        foreach (ClassClaim claim in OutputFiles.Where(claim => claim.Path == item.Path))
        {
            yield return new Problem(
                GeneratorRules.SameOutputFile,
                $"this model and {Others(claim, OutputFiles.Where(other => string.Equals(other.OutputFile, claim.OutputFile, StringComparison.OrdinalIgnoreCase)))} would both travel to '{Printable.Line(claim.OutputFile)}' in the output folder. Rename one of them, or move it below the project's folder.");
        }
    }

    private static string Others(ClassClaim claim, IEnumerable<ClassClaim> all) =>
        string.Join(", ", all.Where(other => other.Path != claim.Path).Select(other => Printable.Quote(other.Path)));

    private static EquatableArray<ClassClaim> Shared(ImmutableArray<ClassClaim> claims, Func<ClassClaim, string> key, StringComparer comparer) =>
        new(claims.GroupBy(key, comparer).Where(group => group.Skip(1).Any()).SelectMany(group => group).OrderBy(claim => claim.Path, StringComparer.Ordinal));
}
