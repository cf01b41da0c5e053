using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public class ThirdPartyModelTests
{
    [Fact]
    public void SileroMatchesTheReferenceThroughItsIf()
    {
        Truth truth = new("silero_vad_v5");
        Assert.Equal(truth.Sha256, SileroVad.Info.Sha256);
        SileroVad.Output output = SileroVad.Predict(new SileroVad.Input(Truth.Hash(512), new float[256], 16000));
        // The file leaves the batch open in its output: it follows from the input's.
        truth.Check(0, "output", Shape<Dims.N1, Dims.N1>.Dims, output.OutputTensor.Span);
        truth.Check(0, "stateN", Shape<Dims.N2, Dims.N1, Dims.N128>.Dims, output.StateN.Span);
    }

    [Fact]
    public void SileroStateGoesStraightIntoTheNextCall()
    {
        using SileroVad model = new();
        SileroVad.Output first = model.Run(new SileroVad.Input(Truth.Hash(512), new float[256], 16000));
        SileroVad.Output second = model.Run(new SileroVad.Input(new TensorBuffer<float, Shape<Dims.N1, Dims.N512>>(Truth.Hash(512)), first.StateN, 16000));
        Assert.NotEqual(first.StateN.Span.ToArray(), second.StateN.Span.ToArray());
        Assert.InRange(second.OutputTensor.Span[0], 0f, 1f);
    }

    [Fact]
    public void BlazeFaceGivesFourOutputsAsTheReferenceDoes()
    {
        Truth truth = new("face_detection_front_128x128_barracuda");
        Assert.Equal(truth.Sha256, BlazeFace.Info.Sha256);
        BlazeFace.Output output = BlazeFace.Predict(new BlazeFace.Input(Truth.Hash(128 * 128 * 3)));
        truth.Check(0, "Identity:0", Shape<Dims.N1, Dims.N512, Dims.N1>.Dims, output.Identity.Span, 1e-3f);
        truth.Check(0, "Identity_1:0", Shape<Dims.N1, Dims.N384, Dims.N1>.Dims, output.Identity1.Span, 1e-3f);
        truth.Check(0, "Identity_2:0", Shape<Dims.N1, Dims.N512, Dims.N16>.Dims, output.Identity2.Span, 1e-2f);
        truth.Check(0, "Identity_3:0", Shape<Dims.N1, Dims.N384, Dims.N16>.Dims, output.Identity3.Span, 1e-2f);
    }

    [Fact]
    public void BlazeFaceFindsTheFaceInThePhoto()
    {
        BlazeFace.Output output = BlazeFace.Predict(Pictures.Photo("astronaut.jpg"));
        // Logits: above 0 means more likely a face than not.
        Assert.True(Math.Max(Best(output.Identity.Span), Best(output.Identity1.Span)) > 0);
        BlazeFace.Output nothing = BlazeFace.Predict(Pictures.Photo("coffee.jpg"));
        Assert.True(Math.Max(Best(nothing.Identity.Span), Best(nothing.Identity1.Span)) < 0);
    }

    private static float Best(ReadOnlySpan<float> scores) => System.Numerics.Tensors.TensorPrimitives.Max(scores);
}
