using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Generator.Tests;

/// <summary>What the output of a picture is read as, by labels and shape or by the item's word.</summary>
public class ResultTests
{
    private const string Steps = "resize=8x6;filter=bilinear;rescale=1/255";

    [Theory]
    [InlineData(new long[] { 1, 3, 6, 8 }, new long[] { 1, 2, 6, 8 }, "new(8, 6, M::ImageLayout.Chw)")]
    [InlineData(new long[] { 1, 3, 6, 8 }, new long[] { 1, 2, 3, 4 }, "new(4, 3, M::ImageLayout.Chw)")]
    [InlineData(new long[] { 1, 6, 8, 3 }, new long[] { 1, 6, 8, 2 }, "new(8, 6, M::ImageLayout.Hwc)")]
    [InlineData(new long[] { 1, 3, 6, 8 }, new long[] { 1, 6, 8, 2 }, "new(8, 6, M::ImageLayout.Hwc)")]
    // Two rows or two columns, and two classes: the picture's layout decides.
    [InlineData(new long[] { 1, 3, 6, 8 }, new long[] { 1, 2, 4, 2 }, "new(2, 4, M::ImageLayout.Chw)")]
    [InlineData(new long[] { 1, 6, 8, 3 }, new long[] { 1, 2, 4, 2 }, "new(4, 2, M::ImageLayout.Hwc)")]
    public void AsManyScoresAPixelAsLabelsMakeASegmenter(long[] input, long[] output, string shape)
    {
        using TestProject project = new TestProject().Model("net.onnx", Net(input, output), ("preprocess", Steps), ("labels", "cat;dog"));
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("class Net : M::ImageSegmenter<Net, Net.Label>", source, StringComparison.Ordinal);
        Assert.Contains($"MapShape => {shape};", source, StringComparison.Ordinal);
        Assert.Contains("public static M::Segmentation<Label> Predict(M::ImageView image)", source, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsBesideAModelOfOtherMapsAreLeftAlone()
    {
        using TestProject project = new TestProject().Sidecar("labels.txt", "cat\ndog\nbird\n").Model("net.onnx", Net([1, 3, 6, 8], [1, 2, 6, 8]), ("preprocess", Steps));
        Assert.Contains("class Net : M::ImageModel<Net, Net.Output>", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void LabelsThatTheItemNamesMustFitTheMap()
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], [1, 2, 6, 8]), ("preprocess", Steps), ("labels", "cat;dog;bird"));
        Assert.Contains("or with 3 scores a pixel, one a label, and got 'scores' float32 1×2×6×8", Generation.Of(project).Only("MG3004"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Onnx.ElementType.Int64)]
    [InlineData(Onnx.ElementType.Int32)]
    [InlineData(Onnx.ElementType.UInt8)]
    public void IntegersAreLabelsWhereTheItemSaysSo(Onnx.ElementType element)
    {
        ModelBuilder model = Net([1, 3, 6, 8], [1, 6, 8], element);
        using TestProject asked = new TestProject().Model("net.onnx", model, ("preprocess", Steps), ("labels", "cat;dog"), ("result", "Segmentation"));
        string source = Generation.Of(asked).Compiles().Source;
        Assert.Contains("class Net : M::ImageSegmenter<Net, Net.Label>", source, StringComparison.Ordinal);
        Assert.Contains("How the labels of a picture lie: 8×6 pixels", source, StringComparison.Ordinal);
        using TestProject unasked = new TestProject().Sidecar("labels.txt", "cat\ndog\n").Model("net.onnx", model, ("preprocess", Steps));
        Assert.Contains("class Net : M::ImageModel<Net, Net.Output>", Generation.Of(unasked).Compiles().Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sigmoid", new long[] { 1, 1, 6, 8 }, "IndependentProbabilities", "Chw")]
    [InlineData("Relu", new long[] { 1, 6, 8, 1 }, "Logits", "Hwc")]
    [InlineData("Neg", new long[] { 1, 6, 8 }, "Logits", "Chw")]
    public void AMaskKnowsWhatItsScoresAre(string op, long[] output, string scores, string layout)
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], output, op: op), ("preprocess", Steps), ("result", "mask"));
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("class Net : M::ImageMasker<Net>", source, StringComparison.Ordinal);
        Assert.Contains($"MapShape => new(8, 6, M::ImageLayout.{layout});", source, StringComparison.Ordinal);
        Assert.Contains($"Scores => M::ScoreKind.{scores};", source, StringComparison.Ordinal);
        Assert.Contains("public M::Mask Threshold(float threshold = 0.5f)", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new long[] { 1, 512 })]
    [InlineData(new long[] { 1, 512, 1, 1 })]
    public void ARowOfNumbersIsAnEmbeddingWhereTheItemSaysSo(long[] output)
    {
        using TestProject project = new TestProject().Sidecar("labels.txt", "cat\ndog\n").Model("net.onnx", Net([1, 3, 6, 8], output), ("preprocess", Steps), ("result", "embedding"));
        string source = Generation.Of(project).Compiles().Source;
        Assert.Contains("class Net : M::ImageEmbedder<Net>", source, StringComparison.Ordinal);
        Assert.Contains("Dimensions => 512;", source, StringComparison.Ordinal);
        Assert.Contains("public M::Embedding Embed()", source, StringComparison.Ordinal);
    }

    [Fact]
    public void NoneLeavesTheTensorsAsTheyAre()
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], [1, 2]), ("preprocess", Steps), ("labels", "cat;dog"), ("result", "none"));
        Assert.Contains("class Net : M::ImageModel<Net, Net.Output>", Generation.Of(project).Compiles().Source, StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownWordIsAnErrorWithTheNearestOne()
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], [1, 2]), ("preprocess", Steps), ("result", "segmentaton"));
        Assert.EndsWith(
            "ModelGenResult=\"segmentaton\" is none of: classification, segmentation, mask, embedding, none. Did you mean 'segmentation'?",
            Generation.Of(project).Only("MG3013"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mask", "cat;dog", new long[] { 1, 2 }, "one number a pixel: N×1×H×W, N×H×W×1 or N×H×W, and got 'scores' float32 1×2.")]
    [InlineData("mask", "cat;dog", new long[] { 1, 2, 6, 8 }, "and got 'scores' float32 1×2×6×8.")]
    [InlineData("embedding", "cat;dog", new long[] { 1, 2, 6, 8 }, "one row of numbers a picture: N×D, and got")]
    [InlineData("segmentation", "cat;dog", new long[] { 1, 3, 6, 8 }, "N×2×H×W or N×H×W×2")]
    [InlineData("segmentation", "", new long[] { 1, 2, 6, 8 }, "expected labels from ModelGenLabels, a labels.txt or a config.json beside the model, and got none.")]
    [InlineData("classification", "cat;dog", new long[] { 1, 2, 6, 8 }, "one row of scores a picture: N×C, and got")]
    public void AResultThatTheOutputCannotGiveIsAnErrorWithBoth(string result, string labels, long[] output, string expected)
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], output), ("preprocess", Steps), ("labels", labels), ("result", result));
        string message = Generation.Of(project).Only("MG3014");
        Assert.Contains($"ModelGenResult=\"{result}\" does not fit the model: expected", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void AResultNeedsAPictureToComeFrom()
    {
        using TestProject project = new TestProject().Model("net.onnx", Net([1, 3, 6, 8], [1, 2]), ("result", "embedding"));
        Assert.Contains("expected a model that takes pictures", Generation.Of(project).Only("MG3014"), StringComparison.Ordinal);
    }

    // Shapes are what this is about: one number of the picture, spread over any output.
    private static ModelBuilder Net(long[] input, long[] output, Onnx.ElementType element = Onnx.ElementType.Float, string op = "Neg")
    {
        ModelBuilder model = new ModelBuilder().Input("image", [.. input.Cast<object>()])
            .Initializer(new TensorProto { Name = "shape", DataType = (int)Onnx.ElementType.Int64, Dims = { output.Length }, Int64Data = { output } })
            .Node("ReduceMax", "image", "number", Attribute("keepdims", 0)).Node("Expand", "number,shape", "spread");
        return element == Onnx.ElementType.Float
            ? model.Node(op, "spread", "scores").Output("scores", [.. output.Cast<object>()])
            : model.Node("Cast", "spread", "labels", Attribute("to", (long)element)).Output("labels", GraphBuilder.Tensor(element, [.. output.Cast<object>()]));
    }

    private static AttributeProto Attribute(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };
}
