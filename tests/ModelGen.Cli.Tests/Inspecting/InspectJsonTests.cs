using System.Text.Json;
using ModelGen.Onnx;
using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Cli.Tests;

public class InspectJsonTests
{
    [Fact]
    public async Task TheObjectHasTheFourKeysOfTheContractAndThenTheDetails()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 1, "batch", null).Node("Relu", "x", "y").Output("y", 1, "batch", null));

        CliRun run = (await CliRun.Of("inspect", path, "--json")).Fine();

        Assert.Equal(["model", "inputs", "outputs", "diagnostics", "details"], run.Json().EnumerateObject().Select(property => property.Name));
        string model = JsonSerializer.Serialize(path);
        Assert.Equal(
            $$"""{"model":{{model}},"inputs":[{"name":"x","type":"float32","shape":[1,"batch",null]}],"outputs":[{"name":"y","type":"float32","shape":[1,"batch",null]}],"diagnostics":[]}""",
            Contract(run));
    }

    [Fact]
    public async Task AFileThatIsNotAModelGivesTheSameObjectWithNothingInIt()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("net.onnx");
        await File.WriteAllTextAsync(path, "{\"error\": \"not found\"}");

        CliRun run = await CliRun.Of("inspect", path, "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        JsonElement json = run.Json();
        Assert.Equal(["model", "inputs", "outputs", "diagnostics"], json.EnumerateObject().Select(property => property.Name));
        Assert.Equal(path, json.GetProperty("model").GetString());
        Assert.Empty(json.GetProperty("inputs").EnumerateArray());
        Assert.Empty(json.GetProperty("outputs").EnumerateArray());
        JsonElement problem = Assert.Single(json.GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(["id", "severity", "message", "node"], problem.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("MG1003", "error"), (problem.GetProperty("id").GetString(), problem.GetProperty("severity").GetString()));
        Assert.Contains("JSON", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, problem.GetProperty("node").ValueKind);
    }

    [Fact]
    public async Task AnOutputThatIsOnlyKnownWhenTheModelRunsIsAWarningThatNamesTheNode()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", 2, 3).Node("NonZero", "x", "y").Output("y", GraphBuilder.Tensor(ElementType.Int64, 2, null)));

        CliRun run = (await CliRun.Of("inspect", path, "--json")).Fine();

        JsonElement problem = Assert.Single(run.Json().GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(("MG2007", "warning", "NonZero 'NonZero_y'"), (problem.GetProperty("id").GetString(), problem.GetProperty("severity").GetString(), problem.GetProperty("node").GetString()));
        Assert.Contains("The output 'y' is 2×?", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShapesThatTheGraphComputesAreShownAndASizeItCantTakeIsAnError()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", "n", 4).Input("w", 2, 4).Node("Concat", "x,w", "y", new AttributeProto { Name = "axis", Type = AttributeProto.Types.AttributeType.Int, I = 1 })
            .Output("y", "y_dim_0", "y_dim_1"));

        Assert.Contains("\"outputs\":[{\"name\":\"y\",\"type\":\"float32\",\"shape\":[2,8]}]", Contract((await CliRun.Of("inspect", path, "--json", "--dim", "n=2")).Fine()), StringComparison.Ordinal);
        CliRun wrong = await CliRun.Of("inspect", path, "--json", "--dim", "n=3");
        Assert.Equal((1, "MG2008"), (wrong.ExitCode, wrong.Json().GetProperty("diagnostics")[0].GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a folder/")]
    [InlineData("no such file.onnx")]
    public async Task APathWithoutAModelIsADiagnosticToo(string name)
    {
        using TemporaryFolder folder = new();

        CliRun run = await CliRun.Of("inspect", Path.Combine(folder.Path, name), "--json");

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal("MG1001", Assert.Single(run.Json().GetProperty("diagnostics").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task TypesThatAreNotTensorsAreSpeltOutWithoutAShapeAndAreNoError()
    {
        TypeProto labels = new() { MapType = new() { KeyType = (int)ElementType.Int64, ValueType = GraphBuilder.Tensor(ElementType.Float) } };
        TypeProto sequence = new() { SequenceType = new() { ElemType = labels } };
        TypeProto sparse = new() { SparseTensorType = new() { ElemType = (int)ElementType.Float } };
        TypeProto optional = new() { OptionalType = new() { ElemType = GraphBuilder.Tensor(ElementType.String, 1) } };
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder()
            .Input("a", sequence).Input("b", labels).Input("c", sparse).Input("d", optional).Input("e", GraphBuilder.Unranked(ElementType.Float16)).Input("f", GraphBuilder.Tensor(ElementType.Int4))
            .Input("g", GraphBuilder.Tensor(ElementType.Float, 1, 1, 1, 1, 1, 1, 1, 1, 1))
            .Node("Identity", "a", "y").Output("y", sequence));

        CliRun run = (await CliRun.Of("inspect", path, "--json")).Fine();

        string[] types = [.. run.Json().GetProperty("inputs").EnumerateArray().Select(input => $"{input.GetProperty("type").GetString()} {JsonSerializer.Serialize(input.GetProperty("shape"))}")];
        Assert.Equal(["sequence(map(int64,float32)) null", "map(int64,float32) null", "sparse(float32) null", "optional(string) null", "float16 null", "int4 []", "float32 [1,1,1,1,1,1,1,1,1]"], types);
        Assert.Equal(
            ["MG1013 warning", "MG1014 warning", "MG2002 warning", "MG2006 warning"],
            run.Json().GetProperty("diagnostics").EnumerateArray().Select(problem => $"{problem.GetProperty("id")} {problem.GetProperty("severity")}").Distinct().Order());
    }

    [Fact]
    public async Task AProblemOfANodeNamesIt()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu(1).Node("Relu", "nowhere", "z"));

        CliRun run = await CliRun.Of("inspect", path, "--json");

        Assert.Equal(1, run.ExitCode);
        JsonElement problem = Assert.Single(run.Json().GetProperty("diagnostics").EnumerateArray());
        Assert.Equal(("MG1009", "Relu 'Relu_z'"), (problem.GetProperty("id").GetString(), problem.GetProperty("node").GetString()));
    }

    [Fact]
    public async Task FixedShapesAndDimsAreInTheSignature()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, ModelBuilder.Relu("batch", 3, null));

        JsonElement json = (await CliRun.Of("inspect", path, "--json", "--dim", "batch=2", "--shape", "x=?x3x7", "--shape", "y=?x?x7")).Fine().Json();

        Assert.Equal("[2,3,7]", JsonSerializer.Serialize(json.GetProperty("inputs")[0].GetProperty("shape")));
        Assert.Equal("[2,3,7]", JsonSerializer.Serialize(json.GetProperty("outputs")[0].GetProperty("shape")));
        Assert.Equal("""{"batch":2}""", JsonSerializer.Serialize(json.GetProperty("details").GetProperty("fixed_dims")));
    }

    [Fact]
    public async Task AnEqualsSignAloneIsAScalar()
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input("x", GraphBuilder.Unranked(ElementType.Int64)).Node("Identity", "x", "y").Output("y", GraphBuilder.Tensor(ElementType.Int64)));

        JsonElement json = (await CliRun.Of("inspect", path, "--json", "--shape", "x=")).Fine().Json();

        Assert.Equal("""{"name":"x","type":"int64","shape":[]}""", JsonSerializer.Serialize(json.GetProperty("inputs")[0]));
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(" a=b ")]
    [InlineData("a:0")]
    [InlineData("'a'")]
    [InlineData("a;b")]
    public async Task AnyNameCanBeFixedAsTheShellGivesIt(string name)
    {
        using TemporaryFolder folder = new();
        string path = CliRun.Save(folder, new ModelBuilder().Input(name, null, "n").Input("x", 1).Node("Relu", "x", "y").Output("y", 1));

        JsonElement json = (await CliRun.Of("inspect", path, "--json", "--shape", name + "=3x4")).Fine().Json();

        Assert.Equal("[3,4]", JsonSerializer.Serialize(json.GetProperty("inputs")[0].GetProperty("shape")));
    }

    [Theory]
    [InlineData("MG2005", "--dim", "nope=1")]
    [InlineData("MG2005", "--shape", "nope=1x2")]
    [InlineData("MG2004", "--shape", "image=1x3x8x8")]
    public async Task AFixThatTheModelContradictsEndsWithOne(string id, params string[] fix)
    {
        CliRun run = await CliRun.Of(["inspect", CliRun.Digits, "--json", .. fix]);

        Assert.Equal((1, ""), (run.ExitCode, run.Error));
        Assert.Equal(id, Assert.Single(run.Json().GetProperty("diagnostics").EnumerateArray()).GetProperty("id").GetString());
        Assert.NotEmpty(run.Json().GetProperty("inputs").EnumerateArray());
    }

    [Fact]
    public async Task TheDetailsSayWhatTheModelHoldsAndHowToFixIt()
    {
        JsonElement details = (await CliRun.Of("inspect", CliRun.Digits, "--json")).Fine().Json().GetProperty("details");

        Assert.Equal(17, details.GetProperty("opsets").GetProperty("ai.onnx").GetInt64());
        Assert.Equal(21_546, details.GetProperty("parameters").GetInt64());
        Assert.Equal(new FileInfo(CliRun.Digits).Length, details.GetProperty("file_bytes").GetInt64());
        Assert.Equal("9f2b3fe0a0d20d6b9b537c954b6e02a2ae83a10534c0c263f60f870b8b93652f", details.GetProperty("sha256").GetString());
        Assert.Equal("""{"Relu":3,"Conv":2,"Gemm":2,"Flatten":1,"MaxPool":1,"Softmax":1}""", JsonSerializer.Serialize(details.GetProperty("operators")));
        Assert.Equal("batch=1", details.GetProperty("fix_with").GetString());
    }

    private static string Contract(CliRun run) => "{" + string.Join(",", run.Json().EnumerateObject().Take(4)
        .Select(property => JsonSerializer.Serialize(property.Name) + ":" + JsonSerializer.Serialize(property.Value))) + "}";
}
