using ModelGen.Onnx.Tests;
using ModelGen.Onnx.Wire;

namespace ModelGen.Generator.Tests;

public class SnapshotTests
{
    [Fact]
    public void AClassifierReadsLikeAPersonWroteIt()
    {
        using TestProject project = new TestProject().RealModel("digits", ("shapes", "batch=1"));
        Snapshots.Match(Generation.Of(project).Compiles().Source, "Classifier");
    }

    [Fact]
    public void AClassifierWithAnOpenBatchTakesAnyNumberOfPictures()
    {
        using TestProject project = new TestProject().RealModel("digits");
        Snapshots.Match(Generation.Of(project).Compiles().Source, "ClassifierWithOpenBatch");
    }

    [Fact]
    public void AModelFromPictureToMaskGivesTensors()
    {
        using TestProject project = new TestProject().RealModel("selfie-segmentation");
        Snapshots.Match(Generation.Of(project).Compiles().Source, "ImageModel");
    }

    [Fact]
    public void AMaskIsReadWhereTheItemAsksForIt()
    {
        using TestProject project = new TestProject().RealModel("selfie-segmentation", ("result", "mask"));
        Snapshots.Match(Generation.Of(project).Compiles().Source, "Masker");
    }

    [Fact]
    public void ASegmenterGivesEveryPixelAClass()
    {
        ModelBuilder model = new ModelBuilder().Input("image", "batch", 3, 8, 16).Initializer("w", 4, 3, 1, 1).Node("Conv", "image,w", "scores").Output("scores", "batch", 4, 8, 16);
        using TestProject project = new TestProject().Model("street.onnx", model, ("preprocess", "resize=16x8;filter=bilinear;rescale=1/255"), ("labels", "road;traffic light;sky;void"));
        Snapshots.Match(Generation.Of(project).Compiles().Source, "Segmenter");
    }

    [Fact]
    public void AModelOfPlainTensorsHasOneMemberForEach()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("input_ids", GraphBuilder.Tensor(Onnx.ElementType.Int64, ["batch", 128]))
            .Input("scale", GraphBuilder.Tensor(Onnx.ElementType.Float, []))
            .Node("Cast", "input_ids", "floats", new AttributeProto { Name = "to", Type = AttributeProto.Types.AttributeType.Int, I = (int)Onnx.ElementType.Float })
            .Node("Mul", "floats,scale", "logits")
            .Output("logits", "batch", 128);
        using TestProject project = new TestProject().Model("bert tiny.onnx", model);
        Snapshots.Match(Generation.Of(project).Compiles().Source, "PlainTensors");
    }

    [Fact]
    public void APrecisionIsSaidInTheDocsAndInTheInfo()
    {
        using TestProject project = new TestProject().Model("net.onnx", ModelBuilder.Relu(2, 3), ("precision", "fp16"));
        Snapshots.Match(Generation.Of(project).Compiles().Source, "Precision");
    }

    [Fact]
    public void FilesOfWeightsAreNamedInTheInfoEachOnce()
    {
        ModelBuilder model = new ModelBuilder()
            .Input("x", 4)
            .External("a", [4], ("location", "net.onnx.data"), ("length", "16"))
            .External("b", [4], ("location", "net.onnx.data"), ("offset", "16"), ("length", "16"))
            .External("c", [4], ("location", "parts/c \u2116 1.bin"), ("length", "16"))
            .Node("Sum", "x,a,b,c", "y")
            .Output("y", 4);
        using TestProject project = new TestProject().Model("net.onnx", model);
        Directory.CreateDirectory(project.PathOf("parts"));
        File.WriteAllBytes(project.PathOf("net.onnx.data"), new byte[32]);
        File.WriteAllBytes(project.PathOf("parts/c \u2116 1.bin"), new byte[16]);
        Snapshots.Match(Generation.Of(project).Compiles().Source, "WeightFiles");
    }
}
