using Microsoft.CodeAnalysis;
using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

public class ProblemTests
{
    [Fact]
    public void AnOpenDimIsNamedWithTheMetadataThatFixesIt()
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu("batch", 3, "height", 8));
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG2001"], generation.Ids);
        Assert.Contains("ModelGenShapes=\"height=224\"", generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
        Assert.Contains("dim 2 ('height') of the input 'x', batch×3×height×8", generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void DimsOfOutputsFollowFromThoseOfTheInputs()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "batch", 3, "height", 8).Node("Relu", "x", "y").Output("y", "Relu_dim_0", 3, "Relu_dim_2", null);
        using TestProject project = new TestProject().Model("net.onnx", model, ("shapes", "batch=2;height=16"));
        Assert.Contains("D::N2, D::N3, D::N16, D::N8", Generation.Of(project).Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOutputWhoseShapeIsLostNamesTheNodeTheReasonAndWhatToAdd()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 2, 3).Node("vendor.Op", "x", "a").Node("Relu", "a", "y").Output("y", 2, null);
        using TestProject project = new TestProject().Model("net.onnx", model);
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG2007"], generation.Ids);
        string message = generation.Diagnostics[0].GetMessage(null);
        Assert.Contains("dim 1 (unnamed) of the output 'y', 2×?, can't be known", message, StringComparison.Ordinal);
        Assert.Contains("vendor.Op 'vendor.Op_a' is of an operator that is not known here", message, StringComparison.Ordinal);
        Assert.Contains("ModelGenShapes=\"y=2x16\"", message, StringComparison.Ordinal);
        using TestProject settled = new TestProject().Model("net.onnx", model, ("shapes", "y=2x16"));
        Assert.Empty(Generation.Of(settled).Ids);
    }

    [Fact]
    public void AFixedSizeThatTheNetworkCantTakeIsAnErrorAtItsItem()
    {
        ModelBuilder model = new ModelBuilder().Input("x", "batch", "n").Initializer("w", 4).Node("Add", "x,w", "y").Output("y", "batch", 4);
        using TestProject project = new TestProject().Model("net.onnx", model, ("shapes", "batch=1;n=5"));
        Generation generation = Generation.Of(project);
        Assert.Contains("MG2008", generation.Ids);
        Assert.Contains("can't broadcast 1×5 with 4", generation.Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public void AStaleDeclarationIsOnlyAWarningAndTheGraphCounts()
    {
        ModelBuilder model = new ModelBuilder().Input("x", 5, 3).Node("Relu", "x", "y").Output("y", 1, 3);
        using TestProject project = new TestProject().Model("net.onnx", model);
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG2009"], generation.Ids);
        Assert.Contains("D::N5, D::N3", generation.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnnamedOpenDimIsFixedByTheWholeShape()
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(1, null, 8));
        Assert.Contains("ModelGenShapes=\"x=1x16x8\"", Generation.Of(project).Diagnostics[0].GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("batch=1;height=16", "D::N1, D::N3, D::N16, D::N8")]
    [InlineData("height=16", "D::N3, D::N16, D::N8")]
    [InlineData("x=1x3x16x8;y=1x3x16x8", "D::N1, D::N3, D::N16, D::N8")]
    public void FixedDimsArePartOfTheTypes(string shapes, string expected)
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu("batch", 3, "height", 8), ("shapes", shapes));
        Assert.Contains($"Shape<{expected}>", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class", "not a name", "MG3001")]
    [InlineData("class", "class", "MG3001")]
    [InlineData("class", "Output", "MG3001")]
    [InlineData("namespace", "Shop..Models", "MG3002")]
    [InlineData("shapes", "batch", "MG3003")]
    [InlineData("shapes", "width=3", "MG2005")]
    [InlineData("shapes", "x=2x3", "MG2004")]
    [InlineData("labels", "missing.txt", "MG3004")]
    [InlineData("precision", "half", "MG3015")]
    [InlineData("preprocess", "resize", "MG3005")]
    [InlineData("preprocess", "missing.json", "MG3007")]
    public void AWrongSettingIsAnErrorOfItsOwn(string key, string value, string id)
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(1, 3), (key, value));
        Generation generation = Generation.Of(project);
        generation.Only(id);
        Assert.Equal(DiagnosticSeverity.Error, generation.Diagnostics[0].Severity);
    }

    [Fact]
    public void AnErrorPointsAtTheItemsOwnLineOfTheProject()
    {
        using TestProject project = new();
        project
            .Sidecar("Shop.csproj", "<Project>\n  <ItemGroup>\n    <AdditionalFiles Include=\"net.onnx\" />\n  </ItemGroup>\n</Project>")
            .Model("net.onnx", ModelBuilder.Relu(1, null), ("project", project.PathOf("Shop.csproj")));
        FileLinePositionSpan span = Generation.Of(project).Diagnostics[0].Location.GetLineSpan();
        Assert.Equal(project.PathOf("Shop.csproj"), span.Path);
        Assert.Equal((2, 30), (span.StartLinePosition.Line, span.StartLinePosition.Character));
    }

    [Theory]
    [InlineData("a/model.onnx", 1)]
    [InlineData("b/model.onnx", 2)]
    public void ModelsOfOneFileNameAreToldApartByTheirFolders(string model, int line)
    {
        using TestProject project = new();
        project
            .Sidecar("Shop.csproj", "<!-- model.onnx -->\n<AdditionalFiles Include=\"a/model.onnx\" />\n<AdditionalFiles Include=\"b\\model.onnx\" />")
            .Model(model, ModelBuilder.Relu(1, null), ("project", project.PathOf("Shop.csproj")));
        Assert.Equal(line, Generation.Of(project).Diagnostics[0].Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public void AllProblemsOfAllModelsComeAtOnce()
    {
        using TestProject project = new TestProject()
            .Model("empty.onnx", [])
            .Model("open.onnx", ModelBuilder.Relu(1, null), ("class", "in valid"))
            .Model("fine.onnx", ModelBuilder.Relu(1, 3));
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG1002", "MG2001", "MG3001"], generation.Ids);
        Assert.Equal(3, generation.Result.GeneratedSources.Length);
    }

    [Fact]
    public void AModelWithErrorsKeepsAClassThatTakesAnyCallSoThatItsOwnErrorIsNotDrowned()
    {
        using TestProject project = new TestProject
        {
            Code = """
                using Dims;
                using ModelGen;
                namespace Shop;
                internal static class Program
                {
                    internal static void Main()
                    {
                        var result = Broken.Predict(new TensorBuffer<float, Shape<N1, N3>>());
                        System.Console.WriteLine(result.TopK(5));
                        Broken.Predict(new ImageView(new byte[3], 1, 1, PixelFormat.Rgb24));
                        using var model = new Broken(new ModelOptions { IntraOpThreads = 1 });
                        using var call = model.Rent();
                        call.Run();
                        System.Console.WriteLine(call.Logits.Length + Broken.Info.Name + Broken.Labels[0] + Broken.Default.Run(1));
                    }
                }
                """,
        }.Model("broken.onnx", "not a model at all, but a text"u8.ToArray());
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG1003"], generation.Ids);
        Assert.Empty(generation.Errors);
    }

    [Fact]
    public void TwoModelsOfOneClassAreBothNamedAndOneClassIsMade()
    {
        using TestProject project = new TestProject()
            .Model("a/model.onnx", ModelBuilder.Relu(1, 3), ("file", "a/model.onnx"))
            .Model("b/model.onnx", ModelBuilder.Relu(1, 4), ("file", "b/model.onnx"));
        Generation generation = Generation.Of(project);
        Assert.Equal(["MG3009", "MG3009"], generation.Ids);
        Assert.Empty(generation.Errors);
        Assert.Single(generation.Result.GeneratedSources);
    }

    [Fact]
    public void TwoModelsOnTheirWayToOnePlaceAreBothNamed()
    {
        using TestProject project = new TestProject()
            .Model("a/model.onnx", ModelBuilder.Relu(1, 3), ("class", "A"))
            .Model("b/model.onnx", ModelBuilder.Relu(1, 4), ("class", "B"));
        Assert.Equal(["MG3010", "MG3010"], Generation.Of(project).Ids);
    }

    [Fact]
    public void ClassesThatDifferInCaseOnlyGetFilesOfTheirOwn()
    {
        using TestProject project = new TestProject()
            .Model("a.onnx", ModelBuilder.Relu(1, 3), ("class", "Net"))
            .Model("b.onnx", ModelBuilder.Relu(1, 4), ("class", "NET"));
        Assert.Equal(2, Generation.Of(project).Compiles().Result.GeneratedSources.Length);
    }

    [Fact]
    public void WeightsThatTheBuildDoesNotCopyAreAWarningWithTheLineToAdd()
    {
        using TestProject project = new();
        ModelBuilder model = new ModelBuilder().Input("x", 4).External("w", [4], ("location", "weights.dat"), ("length", "16")).Node("Add", "x,w", "y").Output("y", 4);
        project.Model("net.onnx", model, ("stamp", "1"));
        File.WriteAllBytes(project.PathOf("weights.dat"), new byte[16]);
        Generation generation = Generation.Of(project);
        Assert.Contains("<None Include=\"weights.dat\" Link=\"models/weights.dat\" CopyToOutputDirectory=\"IfDifferent\" />", generation.Only("MG1016"), StringComparison.Ordinal);
        Assert.Empty(generation.Errors);
        Assert.Contains("class Net : M::Model<Net>", generation.Source, StringComparison.Ordinal);
    }
}
