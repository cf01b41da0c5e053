using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelGen.Generator.Tests;

/// <summary>Holds descriptors, documentation pages and the ledger of releases together.</summary>
public partial class RuleTests
{
    /// <summary>MG3012 is raised by the package's build targets, not by the compiler.</summary>
    private static readonly string[] s_raisedByTheBuild = ["MG3012"];

    private static readonly string s_repository = Repository();

    private static IEnumerable<DiagnosticDescriptor> Analyzers => typeof(ModelGenerator).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics);

    private static DiagnosticDescriptor[] All => [.. Descriptors.All.Values, .. Analyzers];

    [Fact]
    public void EveryRuleHasAPageOfTheDocsAndEveryPageARule()
    {
        string[] pages = [.. Directory.GetFiles(Path.Combine(s_repository, "docs", "diagnostics"), "MG*.md").Select(Path.GetFileNameWithoutExtension).Order()!];
        Assert.Equal([.. All.Select(rule => rule.Id).Concat(s_raisedByTheBuild).Order(StringComparer.Ordinal)], pages);
    }

    [Fact]
    public void EveryPageSaysCauseExampleAndFix()
    {
        Assert.All(Directory.GetFiles(Path.Combine(s_repository, "docs", "diagnostics"), "MG*.md"), page =>
        {
            string text = File.ReadAllText(page);
            Assert.StartsWith("# " + Path.GetFileNameWithoutExtension(page), text, StringComparison.Ordinal);
            Assert.All(new[] { "Cause", "Example", "Fix" }, heading => Assert.Contains("## " + heading, text, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void EveryRuleIsInTheLedgerOfReleases()
    {
        string folder = Path.Combine(s_repository, "generator", "ModelGen.Generator");
        string ledger = File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Unshipped.md")) + File.ReadAllText(Path.Combine(folder, "AnalyzerReleases.Shipped.md"));
        string[] listed = [.. LedgerRow().Matches(ledger).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal)];
        Assert.Equal([.. All.Select(rule => rule.Id).Order(StringComparer.Ordinal)], listed);
    }

    [Fact]
    public void EveryRuleLinksToItsPage() =>
        Assert.All(All, rule => Assert.EndsWith($"/docs/diagnostics/{rule.Id}.md", rule.HelpLinkUri, StringComparison.Ordinal));

    [Fact]
    public void TitlesAreShortSentencesWithoutAFullStop() => Assert.All(All, rule =>
    {
        string title = rule.Title.ToString(CultureInfo.InvariantCulture);
        Assert.InRange(title.Length, 5, 90);
        Assert.False(title.EndsWith('.'), title);
    });

    [GeneratedRegex(@"^(MG\d{4}) \|", RegexOptions.Multiline)]
    private static partial Regex LedgerRow();

    private static string Repository() => typeof(RuleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;
}
