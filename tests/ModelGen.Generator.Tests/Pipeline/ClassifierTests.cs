using ModelGen.Onnx.Tests;

namespace ModelGen.Generator.Tests;

/// <summary>Which models become classifiers, and with which labels.</summary>
public class ClassifierTests
{
    private const string Steps = "resize=8x8;filter=bilinear;rescale=1/255";

    [Theory]
    [InlineData("Softmax", "Probabilities")]
    [InlineData("Sigmoid", "IndependentProbabilities")]
    [InlineData("Gemm", "Logits")]
    public void TheLastOperatorTellsWhatTheScoresAre(string op, string expected)
    {
        using TestProject project = new TestProject().Model("net.onnx", Classifier(op), ("preprocess", Steps), ("labels", "cat;dog"));
        Assert.Contains($"Scores => M::ScoreKind.{expected};", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsThatTheItemNamesComeBeforeThoseBesideTheModel()
    {
        using TestProject project = new TestProject()
            .Sidecar("labels.txt", "wrong\nnames\n").Sidecar("names/right.txt", "Siamese cat\ngolden retriever\n")
            .Model("net.onnx", Classifier(), ("preprocess", Steps), ("labels", "names/right.txt"));
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("SiameseCat = 0,", source, StringComparison.Ordinal);
        Assert.Contains("\"golden retriever\",", source, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithTheModelsOwnNameComesBeforeTheCommonOne()
    {
        using TestProject project = new TestProject()
            .Sidecar("labels.txt", "wrong\nnames\n").Sidecar("net.labels.txt", "cat\ndog\n")
            .Model("net.onnx", Classifier(), ("preprocess", Steps));
        Assert.Contains("Cat = 0,", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherNumberOfLabelsThanClassesIsAnErrorWithBothNumbers()
    {
        using TestProject project = new TestProject().Sidecar("labels.txt", "a\nb\nc\n").Model("net.onnx", Classifier(), ("preprocess", Steps));
        string message = Generation.Of(project).Only("MG3011");
        Assert.Contains("labels.txt has 3 labels", message, StringComparison.Ordinal);
        Assert.Contains("2 classes", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AModelWithoutLabelsGivesTensorsForPictures()
    {
        using TestProject project = new TestProject().Model("net.onnx", Classifier(), ("preprocess", Steps));
        Assert.Contains("public static Output Predict(M::ImageView image)", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsForAModelThatIsNoClassifierAreAnError()
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(1, 3), ("labels", "cat;dog"));
        Assert.Contains("expected a model that takes pictures", Generation.Of(project).Only("MG3004"), StringComparison.Ordinal);
    }

    [Fact]
    public void ConfigurationsBesideAModelThatTakesNoPictureAreLeftAlone()
    {
        using TestProject project = new TestProject()
            .Sidecar("config.json", "{ not even json").Sidecar("preprocessor_config.json", """{ "feature_extractor_type": "Wav2Vec2FeatureExtractor" }""")
            .Model("net.onnx", ModelBuilder.Relu(1, 3));
        Generation.Of(project).Compiles();
    }

    [Fact]
    public void AConfigurationThatDoesNotFitTheInputIsAnErrorWithBothSizes()
    {
        using TestProject project = new TestProject()
            .Sidecar("preprocessor_config.json", """{ "do_resize": true, "size": { "height": 16, "width": 16 }, "resample": 2 }""")
            .Model("net.onnx", Classifier());
        string message = Generation.Of(project).Only("MG3007");
        Assert.Contains("16×16", message, StringComparison.Ordinal);
        Assert.Contains("8×8", message, StringComparison.Ordinal);
    }

    [Fact]
    public void PreprocessingCanBeTurnedOff()
    {
        using TestProject project = new TestProject()
            .Sidecar("preprocessor_config.json", """{ "do_resize": true, "size": { "height": 16, "width": 16 }, "resample": 2 }""")
            .Model("net.onnx", Classifier(), ("preprocess", "none"));
        Assert.Contains("class Net : M::Model<Net>", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("labels")]
    [InlineData("scores")]
    [InlineData("classify")]
    [InlineData("interpret")]
    [InlineData("net")]
    [InlineData("label")]
    public void AnOutputMayBeCalledLikeAMemberOfTheClass(string output)
    {
        using TestProject project = new TestProject().Model("net.onnx", Classifier(output: output), ("preprocess", Steps), ("labels", "cat;dog"));
        Generation.Of(project).Compiles();
    }

    // A pooled picture, two scores from a matrix, and after them perhaps what makes probabilities of them.
    private static ModelBuilder Classifier(string op = "Gemm", string output = "scores")
    {
        ModelBuilder model = new ModelBuilder().Input("image", 1, 3, 8, 8).Initializer("w", 3, 2)
            .Node("GlobalAveragePool", "image", "pooled").Node("Flatten", "pooled", "features").Node("Gemm", "features,w", op == "Gemm" ? output : "logits");
        return (op == "Gemm" ? model : model.Node(op, "logits", output)).Output(output, 1, 2);
    }
}
