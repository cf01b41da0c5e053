using ModelGen.Onnx.Operators;

namespace ModelGen.Onnx.Tests.Operators;

public class OperatorTableTests
{
    private const string Update = "MODELGEN_UPDATE_DOCS";

    private static IEnumerable<Operator> Rows => OpTable.Families.SelectMany(family => family.Operators);

    [Fact]
    public void EveryOperatorOfOnnxHasARowWithEveryVersionOfItsHistory()
    {
        var rows = Rows.ToDictionary(row => $"{row.Domain} {row.Name}", row => string.Join(",", row.Versions));
        string[] history = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Data", "onnx-operators.txt"));

        Assert.True(history.Length > 200);
        Assert.All(history, line =>
        {
            string[] parts = line.Split(' ');
            Assert.True(rows.TryGetValue($"{parts[0]} {parts[1]}", out string? versions), $"{parts[0]} {parts[1]} has no row.");
            Assert.True(parts[2] == versions, $"{parts[0]} {parts[1]} has the versions {parts[2]}, its row {versions}.");
        });
    }

    [Fact]
    public void VersionsAscendAndNoneIsNewerThanTheNewest() => Assert.All(Rows, row =>
    {
        Assert.Equal(row.Versions.Distinct().Order(), row.Versions);
        Assert.InRange(row.Versions[^1], 1, OpTable.NewestOpset);
    });

    [Fact]
    public void BothSpellingsOfTheStandardDomainFindTheSameRow() => Assert.Same(OpTable.Find("", "Relu"), OpTable.Find("ai.onnx", "Relu"));

    [Fact]
    public void ThePageOfOperatorsIsMadeFromTheTable()
    {
        string path = Path.Combine(Reading.Repository, "docs", "operators.md");
        string page = OperatorPage.Write();
        if (Environment.GetEnvironmentVariable(Update) == "1")
            File.WriteAllText(path, page);

        Assert.True(page == File.ReadAllText(path), $"docs/operators.md is stale. Run the tests once with {Update}=1, and commit the page.");
    }
}
