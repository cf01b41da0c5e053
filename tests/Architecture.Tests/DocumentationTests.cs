using System.Text.RegularExpressions;

namespace Architecture.Tests;

public partial class DocumentationTests
{
    [Fact]
    public void EveryRelativeLinkOfTheDocsLeadsSomewhere()
    {
        string[] pages = [.. Directory.GetFiles(Repository.Root, "*.md"), .. Repository.Files("docs", "*.md"), .. Repository.Files("models", "*.md")];
        Assert.All(pages, page => Assert.All(Link().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value).Where(target => !target.Contains(':', StringComparison.Ordinal)), target =>
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, Uri.UnescapeDataString(target))), $"{Repository.Relative(page)} links to {target}.")));
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
