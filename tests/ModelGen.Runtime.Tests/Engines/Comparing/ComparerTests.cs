using ModelGen.Engines;

namespace ModelGen.Runtime.Tests.Engines;

public class ComparerTests
{
    private static string Digits => Path.Combine(AppContext.BaseDirectory, "Data", "digits.onnx");

    [Fact]
    public void OptimisedAndNotAgreeWithinTheTolerance()
    {
        List<double> progress = [];
        EngineComparison comparison = Comparer.Compare(
            TinyModel.Info(Digits), [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu;optimization=off"), EngineVariant.Parse("cpu;threads=1")],
            new CompareOptions { Samples = 4, Tolerance = 1e-4, Progress = new Told(progress.Add) });

        Assert.True(comparison.Within);
        Assert.Equal(("digits", "cpu", 4), (comparison.Model, comparison.Reference, comparison.Samples));
        Assert.Equal(["cpu;optimization=off", "cpu;threads=1"], comparison.Variants.Select(variant => variant.Name));
        ValueDifference output = Assert.Single(comparison.Variants[0].Outputs);
        Assert.Equal(("probabilities", 40L, 1, 1.0), (output.Name, output.Elements, output.ClassAxis!.Value, output.TopAgreement!.Value));
        Assert.InRange(output.Cosine, 0.999999, 1);
        Assert.Equal([0.25, 0.5, 0.75, 1], progress);
    }

    [Fact]
    public void TheFirstNodeIsTheOneWhoseWeightsDiffer()
    {
        using TemporaryFolder folder = new();
        ModelInfo one = Chain(folder, "one", changed: 1), other = Chain(folder, "other", changed: 1.5f);

        EngineComparison comparison = Comparer.Compare(
            one, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu") with { Name = "other", Info = other }], new CompareOptions { FindNode = true, Samples = 2 });

        VariantDifference variant = Assert.Single(comparison.Variants);
        Assert.False(comparison.Within);
        Assert.NotNull(variant.FirstNode);
        Assert.Equal(("mul7", "Mul", "v7", 0.0), (variant.FirstNode.Node, variant.FirstNode.Operator, variant.FirstNode.Value.Name, variant.FirstNode.InputError));
        Assert.Equal(8, variant.ValuesCompared);
    }

    [Fact]
    public void WithLittleMemoryItTakesMoreRunsAndFindsTheSame()
    {
        using TemporaryFolder folder = new();
        ModelInfo one = Chain(folder, "one", changed: 1), other = Chain(folder, "other", changed: 1.5f, at: 30);

        EngineComparison comparison = Comparer.Compare(
            one, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu") with { Info = other }], new CompareOptions { FindNode = true, NodeMemoryBytes = 1 });

        Assert.Equal("mul30", comparison.Variants[0].FirstNode!.Node);
    }

    [Fact]
    public void WithoutADivergenceThereIsNoNodeAndEveryValueWasCompared()
    {
        using Engine engine = Engine.Load(TinyModel.Info(Digits));

        EngineComparison comparison = engine.Compare([EngineVariant.Parse("cpu;optimization=off")], new CompareOptions { FindNode = true });

        Assert.Null(comparison.Variants[0].FirstNode);
        Assert.Equal(10, comparison.Variants[0].ValuesCompared);
        Assert.True(engine.Compare(Provider.Cpu).Within);
    }

    [Fact]
    public void AnEngineIsComparedOverTheFileThatItRuns()
    {
        ModelInfo elsewhere = TinyModel.Info(Digits) with { FileName = "models/nowhere.onnx" };
        using Engine engine = Engine.Load(elsewhere, new ModelOptions { ModelPath = Digits });

        Assert.True(engine.Compare([EngineVariant.Parse("cpu;threads=1")]).Within);
        Assert.NotEmpty(engine.Profile(new ProfileOptions { Runs = 1 }).Nodes);
    }

    [Fact]
    public void WeightsInAFileOfTheirOwnAreFoundAndNothingIsWrittenBesideTheModel()
    {
        using TemporaryFolder folder = new();
        File.WriteAllBytes(Path.Combine(folder.Path, "w.bin"), [.. BitConverter.GetBytes(2f), .. BitConverter.GetBytes(3f)]);
        ModelInfo model = new TinyModel().ExternalWeights("w", [2], "w.bin").Input("x", 2)
            .Node("Mul", "a", ["x", "w"], ["t"]).Node("Neg", "b", ["t"], ["y"]).Output("y", 2).Save(folder.Path);
        string[] before = Directory.GetFileSystemEntries(folder.Path);

        EngineComparison comparison = Comparer.Compare(model, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu;optimization=off")], new CompareOptions { FindNode = true });

        Assert.True(comparison.Within);
        Assert.Equal(2, comparison.Variants[0].ValuesCompared);
        Assert.Equal(before, Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void AnotherModelsMissingOutputAndOtherShapeAreSaid()
    {
        using TemporaryFolder folder = new();
        ModelInfo one = new TinyModel().Input("x", 4).Node("Exp", "e", ["x"], ["y"]).Node("Neg", "n", ["x"], ["z"]).Output("y", 4).Output("z", 4).Save(folder.Path, "one");
        ModelInfo other = new TinyModel().Weights("axes", [1], 0).Input("x", 4).Node("ReduceSum", "e", ["x"], ["y"]).Output("y", 1).Save(folder.Path, "other");

        VariantDifference variant = Comparer.Compare(one, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu") with { Info = other }]).Variants[0];

        Assert.Equal(["shape 1 instead of 4", "there is no such output"], variant.Outputs.Select(output => output.Mismatch));
        Assert.False(variant.Within);
    }

    [Fact]
    public void GivenValuesGoInOnBothSides()
    {
        using TemporaryFolder folder = new();
        ModelInfo one = new TinyModel().Input("x", 2).Node("Identity", "i", ["x"], ["y"]).Output("y", 2).Save(folder.Path, "one");
        ModelInfo other = new TinyModel().Input("x", 2).Node("Neg", "n", ["x"], ["y"]).Output("y", 2).Save(folder.Path, "other");

        ValueDifference output = Comparer.Compare(
            one, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu") with { Info = other }], new CompareOptions { Inputs = [NamedTensor.Create<float>("x", [3, 4], 2)] }).Variants[0].Outputs[0];

        Assert.Equal((8.0, 7.0, -1.0, 2L), (output.MaxAbsolute, output.MeanAbsolute, output.Cosine, output.Different));
    }

    [Fact]
    public void FloatsAreConvertedForAModelOfOtherFloats()
    {
        using TemporaryFolder folder = new();
        ModelInfo one = new TinyModel().Input("x", 64).Node("Neg", "n", ["x"], ["y"]).Output("y", 64).Save(folder.Path, "one");
        ModelInfo half = new TinyModel().InputOf(ElementType.Float16, "x", 64).Node("Neg", "n", ["x"], ["y"]).OutputOf(ElementType.Float16, "y", 64).Save(folder.Path, "half");

        ValueDifference output = Comparer.Compare(one, [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu") with { Info = half }]).Variants[0].Outputs[0];

        // Half a unit in the last of 11 bits.
        Assert.InRange(output.MaxRelative, 1e-6, 1.0 / 2048);
    }

    [Fact]
    public void WrongQuestionsAreRefused()
    {
        ModelInfo model = TinyModel.Info(Digits);
        EngineVariant[] two = [EngineVariant.Parse("cpu"), EngineVariant.Parse("cpu")];

        Assert.Throws<ArgumentException>(() => Comparer.Compare(model, two[..1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparer.Compare(model, two, new CompareOptions { Samples = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Comparer.Compare(model, two, new CompareOptions { Tolerance = double.NaN }));
        Assert.Throws<OperationCanceledException>(() => Comparer.Compare(model, two, cancellationToken: new CancellationToken(canceled: true)));
    }

    // y = x times a weight of 1, forty times over; one of the weights may be another.
    private static ModelInfo Chain(TemporaryFolder folder, string name, float changed, int at = 7)
    {
        TinyModel model = new TinyModel().Input("v-1", 1, 3);
        for (int i = 0; i < 40; i++)
            model.Weights("w" + i, [1], i == at ? changed : 1).Node("Mul", "mul" + i, ["v" + (i - 1), "w" + i], ["v" + i]);
        return model.Output("v39", 1, 3).Save(folder.Path, name);
    }

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
