using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ModelGen.Generator.Tests;

/// <summary>Holds descriptors, documentation pages and their index together.</summary>
public class RuleTests
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
    public void TheIndexOfTheDocsListsEveryRuleWithItsSeverityAndTitle()
    {
        IEnumerable<string> rows = All.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title.ToString(CultureInfo.InvariantCulture)} |");
        string index = File.ReadAllText(Path.Combine(s_repository, "docs", "diagnostics", "README.md"));
        string[] listed = [.. index.Split('\n').Where(line => line.StartsWith("| [MG", StringComparison.Ordinal) && !s_raisedByTheBuild.Any(line.Contains))];
        Assert.Equal(rows, listed);
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

    private static string Repository() => typeof(RuleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Repository").Value!;
}
