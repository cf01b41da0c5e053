using System.Globalization;
using System.Text.RegularExpressions;

namespace Package.Tests;

/// <summary>The messages of a build, by project.</summary>
internal sealed partial class BuildLog(string text)
{
    public IReadOnlyList<BuildMessage> Messages { get; } =
    [
        .. text.Split('\n').Select(line => Message().Match(line.TrimEnd('\r'))).Where(match => match.Success).Select(match => new BuildMessage(
            match.Groups["file"].Value,
            match.Groups["line"].Success ? int.Parse(match.Groups["line"].Value, CultureInfo.InvariantCulture) : 0,
            match.Groups["kind"].Value == "error",
            match.Groups["id"].Value,
            match.Groups["text"].Value,
            ProjectOf(match))).Distinct(),
    ];

    public IEnumerable<BuildMessage> ErrorsOf(string project) => Messages.Where(message => message.IsError && message.Project == project);

    /// <summary>Fails when the project was not built, or with its messages when there is any.</summary>
    public void AssertClean(string project)
    {
        Assert.True(text.Contains($"  {Path.GetFileNameWithoutExtension(project)} -> ", StringComparison.Ordinal), $"{project} was not built. The build said:\n{text}");
        BuildMessage[] messages = [.. Messages.Where(message => message.Project == project)];
        Assert.True(messages.Length == 0, $"{project} should build without a word, but says:\n{string.Join('\n', (IEnumerable<BuildMessage>)messages)}");
    }

    /// <summary>The only error of an ID in a project; fails with all messages otherwise.</summary>
    public BuildMessage Error(string project, string id)
    {
        BuildMessage[] found = [.. ErrorsOf(project).Where(message => message.Id == id)];
        Assert.True(found.Length == 1, $"{project} should have one error {id}. The build said:\n{text}");
        return found[0];
    }

    // An error in the project file itself does not name the project again; a build of one framework adds it: X.csproj::TargetFramework=net10.0.
    private static string ProjectOf(Match match) =>
        match.Groups["project"].Success ? match.Groups["project"].Value.Split("::", 2)[0] : match.Groups["file"].Value;

    [GeneratedRegex(@"^\s*(?<file>[^\s].*?)(\((?<line>\d+),\d+(,\d+,\d+)?\))?\s?: (?<kind>error|warning) (?<id>[A-Z]+\d+): (?<text>.*?)( \[(?<project>[^\]]*)\])?$")]
    private static partial Regex Message();
}
