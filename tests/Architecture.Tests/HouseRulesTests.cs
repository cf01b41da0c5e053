using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Architecture.Tests;

/// <summary>What makes a stranger find their way: small files, one public type in each, named after it.</summary>
public class HouseRulesTests
{
    [Fact]
    public void TheMedianFileHasFewerThanAHundredLinesAndNineteenInTwentyFewerThanThreeHundred()
    {
        int[] lines = [.. Repository.ProductFiles.Select(file => File.ReadLines(file).Count()).Order()];
        Assert.InRange(lines[lines.Length / 2], 1, 99);
        Assert.InRange(lines[lines.Length * 95 / 100], 1, 299);
    }

    [Fact]
    public void AFileHasAtMostOnePublicType() => Assert.All(Repository.ProductFiles, file =>
    {
        int types = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes(node => node is not TypeDeclarationSyntax)
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(modifier => modifier.IsKind(SyntaxKind.PublicKeyword)))
            // Shape, Shape<D0>, Shape<D0, D1>, …: one type to its readers.
            .Select(type => type.Identifier.ValueText)
            .Distinct()
            .Count();
        Assert.True(types <= 1, $"{Repository.Relative(file)} has {types} public types.");
    });

    [Fact]
    public void NothingIsLeftUnfinished() => Assert.All(Repository.ProductFiles, file =>
    {
        string text = File.ReadAllText(file);
        Assert.All(new[] { "NotImplementedException", "TODO", "FIXME" }, word => Assert.False(text.Contains(word, StringComparison.Ordinal), $"{Repository.Relative(file)} has {word}."));
    });
}
