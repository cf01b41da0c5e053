using ModelGen.Onnx.Wire;

namespace ModelGen.Onnx.Tests;

public sealed class RuleCoverageTests
{
    // Breaking a rule, the smallest way for each.
    private static readonly Dictionary<string, Func<ModelReading>> s_breaks = new()
    {
        ["MG1001"] = () => Reading.Of(Path.Combine(Path.GetTempPath(), "no-such-folder", "model.onnx")),
        ["MG1002"] = () => Reading.Of([]),
        ["MG1003"] = () => Reading.Of("<!DOCTYPE html><html>"u8.ToArray()),
        ["MG1004"] = () => Reading.Of("PK\u0003\u0004archive"u8.ToArray()),
        ["MG1005"] = () => Reading.Of(ModelBuilder.Relu(1).ToBytes()[..^9]),
        ["MG1006"] = () => Reading.Of([0x08, 0x0A, 0x07, 0x00]),
        ["MG1007"] = () => Reading.Of(Bombs.Subgraphs(60)),
        ["MG1008"] = () => new ModelBuilder().Input("x", 1).Node("Relu", "a", "y").Node("Relu", "x", "a").Output("y", 1).Read(),
        ["MG1009"] = () => new ModelBuilder().Input("x", 1).Node("Add", "x,w", "y").Output("y", 1).Read(),
        ["MG1010"] = () => ReadBesideNothing(("location", "weights.bin")),
        ["MG1011"] = () => ReadBesideNothing(("location", "../weights.bin")),
        ["MG1012"] = () => ReadBesideNothing(("location", "model.onnx"), ("offset", "1000000")),
        ["MG1013"] = () => new ModelBuilder().Input("x", new TypeProto()).Node("vendor.Op", "x", "y").Output("y", 1).Read(),
        ["MG1014"] = () => ModelBuilder.Relu(1).Input("z", GraphBuilder.Tensor(ElementType.Complex64, 1)).Read(),
        ["MG1015"] = () => new ModelBuilder().Input("x", 1).Read(),
        ["MG1017"] = () => ModelBuilder.Relu(1).Node("Abs", "x", "y").Read(),
        ["MG1018"] = () => ModelBuilder.Relu(1).Initializer(new TensorProto { Name = "w", DataType = 1, Dims = { 3 }, FloatData = { 1, 2 } }).Read(),
        ["MG1019"] = () => new ModelBuilder().Input("x", 3).Node("Split", "x", "y,,z").Output("y", 1).Read(),
        ["MG1020"] = () => ModelBuilder.Relu(1).Function("f", "F", "a", "b", GraphBuilder.MakeNode("f.F", "a", "b")).Read(),
        ["MG1021"] = () => ModelBuilder.Relu(1).Initializer(new TensorProto { Name = "w", DataType = 1, Dims = { 3 } }).Read(),
        ["MG1022"] = LargeFileTests.ReadAFileOfThreeGigabytes,
        ["MG2002"] = () => ModelBuilder.Relu(1).Input("z", GraphBuilder.Unranked(ElementType.Float)).Read(),
        ["MG2003"] = () => ModelBuilder.Relu(-7).Read(),
        ["MG2004"] = () => ModelBuilder.Relu(3).Read("x=4"),
        ["MG2005"] = () => ModelBuilder.Relu(3).Read("z=4"),
        ["MG2006"] = () => ModelBuilder.Relu(1, 1, 1, 1, 1, 1, 1, 1, 1).Read(),
        ["MG2008"] = () => new ModelBuilder().Input("x", 2, 3).Input("w", 4).Node("Add", "x,w", "y").Output("y", 2, 3).Read(),
        ["MG2009"] = () => new ModelBuilder().Input("x", 2, 3).Node("Relu", "x", "y").Output("y", 2, 4).Read(),
        ["MG3003"] = () => ModelBuilder.Relu("n").Read("n=many"),
    };

    // MG1016 and MG2007 are the generator's: only the build knows what is copied, and which dims have to be known.
    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id).Where(id => id is not ("MG1016" or "MG2007"))];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRuleCanBeBrokenAndIsThenReportedOnOnePrintableLine(string id)
    {
        ModelReading reading = s_breaks[id]();

        Assert.Contains(reading.Problems, problem => problem.Rule.Id == id);
        Assert.All(reading.Problems, problem =>
        {
            Assert.Equal(problem.Message, Printable.Line(problem.Message));
            Assert.DoesNotContain("  ", problem.Message, StringComparison.Ordinal);
            Assert.True(problem.Message.Length > 30, problem.Message);
        });
        Assert.Equal(Rules.All.Single(rule => rule.Id == id).Severity == ProblemSeverity.Error, reading.HasErrors);
    }

    [Fact]
    public void RuleIdsAreUniqueAndSorted()
    {
        string[] ids = [.. Rules.All.Select(rule => rule.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void EveryRuleIsListed()
    {
        IEnumerable<ProblemRule> fields = typeof(Rules).GetFields()
            .Where(field => field.FieldType == typeof(ProblemRule))
            .Select(field => (ProblemRule)field.GetValue(null)!);
        Assert.Equal(fields.ToHashSet(), Rules.All.ToHashSet());
    }

    [Fact]
    public void EveryRuleHasAPageThatBearsItsTitle()
    {
        Assert.All(Rules.All, rule =>
        {
            string page = File.ReadAllText(Path.Combine(Reading.Repository, "docs", "diagnostics", rule.Id + ".md"));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.All(["## Cause", "## Example", "## Fix"], heading => Assert.Contains("\n" + heading + "\n", page, StringComparison.Ordinal));
        });
    }

    private static ModelReading ReadBesideNothing(params (string, string)[] entries)
    {
        using var folder = new TemporaryFolder();
        return Reading.Of(ModelBuilder.Relu(1).External("w", [1], entries).Save(folder.Path));
    }
}
