using ModelGen.EndToEnd.Support;

namespace ModelGen.EndToEnd;

public class ShapeTests
{
    [Fact]
    public void TensorsWithoutElementsGoInAndComeOut()
    {
        ZeroLength.Output output = ZeroLength.Predict(
            new TensorBuffer<float, Shape<Dims.N2, Dims.N3>>([1, 2, 3, 4, 5, 6]), new TensorBuffer<float, Shape<Dims.N0, Dims.N3>>(),
            new ReadOnlyBatch<float, Shape<Dims.N0>>([], 5));
        Assert.Equal(0, output.Empty.Length);
        Assert.Equal(0, output.StillNothing.Length);
        Assert.Equal(0, output.NoWords.Length);
        Assert.Equal([1, 2, 3, 4, 5, 6], output.Joined.Span.ToArray());
        Assert.Equal(5, output.RowsOut.Count);
    }

    [Fact]
    public void EightAxesKeepTheirOrder()
    {
        int[] numbers = [.. Enumerable.Range(0, 24)];
        Rank8.Output output = Rank8.Predict(new Rank8.Input(numbers));
        TensorBuffer<int, Shape<Dims.N1, Dims.N2, Dims.N1, Dims.N2, Dims.N1, Dims.N2, Dims.N1, Dims.N3>> given = new(numbers);
        for (int i = 0; i < 24; i++)
        {
            (int a, int b, int c, int d) = (i / 12, i / 6 % 2, i / 3 % 2, i % 3);
            Assert.Equal(given[0, a, 0, b, 0, c, 0, d], output.Y[d, 0, c, 0, b, 0, a, 0]);
        }
    }

    [Fact]
    public void DimsBeyondThreeDigitsWork()
    {
        float[] tokens = new float[50257];
        tokens[50000] = 1;
        byte[] pixels = [.. Enumerable.Range(0, 1_000_000).Select(i => (byte)i)];
        LargeDims.Output output = LargeDims.Predict(new LargeDims.Input(tokens, pixels, Truth.Hash(1024)));
        Assert.Equal(50000, output.Best[0, 0]);
        Assert.Equal(pixels, output.Same.Span.ToArray());
        Assert.Equal(-Truth.Hash(1024)[1023], output.Negated[1023]);
        Assert.Equal([1, 50257], Shape<Dims.N1, Dims.N<Dims.N50, Dims.N257>>.Dims.ToArray());
    }

    [Fact]
    public void ModelWithoutInputsRuns()
    {
        Assert.Equal([1, 2, 3], NoInputs.Predict().Numbers.Span.ToArray());
        using NoInputs model = new();
        model.Warmup();
        using NoInputs.Call call = model.Rent();
        call.Run();
        Assert.Equal(2, call.Numbers[1]);
    }

    [Fact]
    public void InputThatIsAnOutputTooComesBack()
    {
        Passthrough.Output output = Passthrough.Predict(new Passthrough.Input([1, 2, 3, 4]));
        Assert.Equal([1, 2, 3, 4], output.X2.Span.ToArray());
        Assert.Equal([-1, -2, -3, -4], output.Y.Span.ToArray());
    }

    [Fact]
    public void InputsOfEveryKindMayBeOutputsToo()
    {
        using PassthroughKinds model = new();
        using PassthroughKinds.Call call = model.Rent();
        Assert.Equal(0, call.Number2);
        for (int round = 1; round <= 2; round++)
        {
            call.Word.Fill("w" + round);
            call.Number = round;
            call.Row.Fill(round);
            call.Run();
            Assert.Equal(["w" + round, "w" + round], call.Word2.Span.ToArray());
            Assert.Equal(round, call.Number2);
            Assert.Equal([round, round], call.Row2.Span.ToArray());
        }
    }

    [Fact]
    public void WeightsInAFileOfTheirOwnTravelWithTheModel()
    {
        External.Output output = External.Predict(new External.Input([1, 10]));
        Assert.Equal([.. Enumerable.Range(0, 1024).Select(i => i + 10f * (i + 1024))], output.Y.Span.ToArray());
    }

    [Fact]
    public void TheInfoNamesTheFilesOfWeightsWhichEnginesHangOn()
    {
        Assert.Equal("external.onnx.data", Assert.Single(External.Info.WeightFiles));
        Assert.Empty(Defaults.Info.WeightFiles);
    }

    // The lengths come from outside, since wrong constants don't compile (MG4002).
    [Theory]
    [InlineData(3, 255)]
    [InlineData(1, 257)]
    [InlineData(0, 0)]
    public void SpansOfAnotherLengthAreRefused(int pair, int state)
    {
        Assert.Throws<ShapeMismatchException>(() => Defaults.Predict(new Defaults.Input(new float[pair])));
        Assert.Throws<ShapeMismatchException>(() => SileroVad.Predict(new SileroVad.Input(new float[512], new float[state], 16000)));
        if (pair % 2 != 0)
            Assert.Throws<ShapeMismatchException>(() => TwoDims.Predict(new TwoDims.Input(new float[pair], new float[3])));
    }

    [Fact]
    public void TensorThatWasNotGivenIsRefusedAndOldDataStayUnseen()
    {
        Assert.Throws<ModelGenException>(() => Defaults.Predict(default(ReadOnlyTensor<float, Shape<Dims.N2>>)));
        Assert.Throws<ModelGenException>(() => Defaults.Predict(default(Defaults.Input)));
    }
}
