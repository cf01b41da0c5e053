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
}
